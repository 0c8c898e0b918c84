// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.infrajar.internal.connector.Definitions;
import dev.infrajar.internal.connector.ManualClock;
import dev.infrajar.net.core.HostAndPort;
import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class HealthNotesTest {
    private final ManualClock clock = new ManualClock();
    private final HealthNotes health = new HealthNotes(clock);
    private final Backend backend =
            new Backend(new HostAndPort("10.0.0.1", 1), Definitions.user("survival"), clock.getAsLong());
    private final Logger logger = (Logger) LoggerFactory.getLogger(HealthNotes.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            health.failed(backend, Failure.toConnect("connection refused"));
        }
    }

    private List<String> lines(Level level) {
        return log.list.stream()
                .filter(event -> event.getLevel().equals(level))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void saysOnceThatOneIsDownAndOnceThatItIsBack() {
        fail(20);
        clock.advance(Duration.ofHours(1));
        fail(3);
        health.connected(backend, 1);
        health.connected(backend, 1);

        assertThat(lines(Level.WARN))
                .containsExactly("backend 10.0.0.1:1 of survival is down (connection refused):"
                        + " it gets no sessions while another address is up");
        assertThat(lines(Level.INFO)).containsExactly("backend 10.0.0.1:1 of survival is back: it gets sessions again");
    }

    @Test
    void saysNothingOfSingleFailures() {
        fail(2);
        health.connected(backend, 1);
        fail(2);

        assertThat(log.list).isEmpty();
    }

    @Test
    void remembersTheReason() {
        fail(1);
        health.connected(backend, 1);

        assertThat(backend.lastFailure()).contains("connection refused");
    }

    @Test
    void attemptsThatWaitAreToldWhenItIsFoundToBeDown() {
        Promise<Void> attempt = new DefaultPromise<>(ImmediateEventExecutor.INSTANCE);
        Promise<Void> ended = new DefaultPromise<>(ImmediateEventExecutor.INSTANCE);
        backend.waiting().add(attempt);
        backend.waiting().add(ended);
        backend.waiting().remove(ended);

        fail(2);
        assertThat(attempt.isDone()).isFalse();
        fail(1);

        assertThat(attempt.cause()).isInstanceOf(Waiting.Over.class);
        assertThat(ended.isDone()).isFalse();
    }

    @Test
    void shareOfOneThatIsBackStartsSmall() {
        fail(3);
        health.connected(backend, 1);

        assertThat(backend.candidate(1, Duration.ofSeconds(10), clock.getAsLong())
                        .weight())
                .isEqualTo(0.1);
    }
}
