// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.icon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.infrajar.internal.status.Fixtures;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class RemoteIconTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private final Logger logger = (Logger) LoggerFactory.getLogger(RemoteIcon.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private IconSource source = _ -> Fixtures.png(64, 64);
    private final RemoteIcon icon = new RemoteIcon(
            "http://icons.test/a.png",
            address -> {
                fetches.incrementAndGet();
                return source.load(address);
            },
            background::add,
            nanos::get);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void isNotThereUntilItHasBeenFetchedInTheBackground() {
        assertThat(icon.now()).isEmpty();
        assertThat(icon.now()).isEmpty();
        assertThat(background).hasSize(1);

        background.remove().run();

        assertThat(icon.now()).hasValueSatisfying(uri -> assertThat(uri).startsWith("data:image/png;base64,iVBOR"));
        assertThat(background).isEmpty();
    }

    @Test
    void isFetchedAgainAfterAnHourAndShownMeanwhile() {
        fetch();
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(icon.now()).isPresent();
        assertThat(background).hasSize(1);
    }

    @Test
    void failureIsTriedAgainAfterPausesThatDouble() {
        source = _ -> {
            throw new IOException("is answered with HTTP status 404");
        };
        fetch();
        for (long seconds : List.of(10, 20, 40)) {
            nanos.addAndGet(Duration.ofSeconds(seconds).toNanos() - 1);
            assertThat(icon.now()).isEmpty();
            assertThat(background).as("before %d s", seconds).isEmpty();
            nanos.incrementAndGet();
            fetch();
        }

        assertThat(fetches).hasValue(4);
    }

    @Test
    void pauseIsNeverLongerThanAnHour() {
        source = _ -> {
            throw new IOException("cannot be fetched");
        };
        for (int i = 0; i < 30; i++) {
            fetch();
            nanos.addAndGet(Duration.ofHours(1).toNanos());
        }

        assertThat(fetches).hasValue(30);
    }

    @Test
    void failureIsToldOnceWithWhatToDo() {
        source = _ -> Fixtures.png(32, 32);
        fetch();
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        fetch();

        assertThat(lines.list)
                .filteredOn(line -> line.getLevel() == Level.WARN)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "The favicon at http://icons.test/a.png cannot be used: it has 32 by 32 pixels, must have 64"
                                + " by 64. The server list shows none until it can; check the address in the favicon key.");
    }

    @Test
    void failedRefreshKeepsTheOldIcon() {
        fetch();
        source = _ -> {
            throw new IOException("cannot be fetched");
        };
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        fetch();

        assertThat(icon.now()).isPresent();
    }

    @Test
    void showsWhatIsThereWhenNothingCanBeStartedAnyMore() {
        RemoteIcon late = new RemoteIcon(
                "http://icons.test/a.png",
                source,
                _ -> {
                    throw new RejectedExecutionException();
                },
                nanos::get);

        assertThat(late.now()).isEmpty();
    }

    private void fetch() {
        var _ = icon.now();
        background.remove().run();
    }
}
