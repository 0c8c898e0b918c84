// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.infrajar.internal.connector.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
final class NameEntryTest {
    private static final Duration TTL = Duration.ofMinutes(1);
    private static final Answer<String> GOOD = new Answer.Found<>("good", TTL);
    private static final Answer<String> BETTER = new Answer.Found<>("better", TTL);
    private static final Answer<String> NONE = new Answer.None<>("no such record");
    private static final Answer<String> FAILED = new Answer.Failed<>("no server answers");

    private final ManualClock clock = new ManualClock();
    private final LookupThreads threads = new LookupThreads();
    private final BlockingQueue<Answer<String>> answers = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final NameEntry<String> entry = new NameEntry<>("mc.example.com", this::lookUp, threads, clock);

    /** Waits until the test gives an answer. */
    private Answer<String> lookUp(String name) throws InterruptedException {
        asked.incrementAndGet();
        return answers.take();
    }

    @AfterEach
    void stop() {
        threads.close();
    }

    private Answer<String> get() throws InterruptedException {
        return entry.get(Deadline.in(Duration.ofSeconds(30)));
    }

    @Test
    void allWhoWaitShareOneLookup() throws Exception {
        List<FutureTask<Answer<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            FutureTask<Answer<String>> one = new FutureTask<>(this::get);
            waiting.add(one);
            Thread.startVirtualThread(one);
        }
        answers.add(GOOD);

        for (FutureTask<Answer<String>> one : waiting) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(GOOD);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void deadlineEndsTheWaitAndNotTheLookup() throws Exception {
        assertThat(entry.get(Deadline.in(Duration.ofMillis(20))))
                .isEqualTo(new Answer.Failed<>("name lookup took longer than 20ms"));

        answers.add(GOOD);

        assertThat(get()).isEqualTo(GOOD);
        assertThat(asked).hasValue(1);
    }

    @Test
    void interruptEndsTheWait() throws Exception {
        CompletableFuture<Boolean> isInterrupted = new CompletableFuture<>();
        Thread waiting = Thread.startVirtualThread(() -> {
            try {
                get();
                isInterrupted.complete(false);
            } catch (InterruptedException _) {
                isInterrupted.complete(true);
            }
        });

        waiting.interrupt();

        assertThat(isInterrupted.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oldAnswerIsUsedWhenNewOneTakesTooLong() throws Exception {
        answers.add(GOOD);
        get();
        clock.advance(TTL);

        assertThat(get()).isEqualTo(GOOD);
        assertThat(asked).hasValue(2);
    }

    @Test
    void oldAnswerStaysAndOnlyTheFirstFailureIsLogged() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(NameEntry.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            answers.add(GOOD);
            get();
            clock.advance(TTL);
            for (int i = 0; i < 3; i++) {
                answers.add(FAILED);
                assertThat(get()).isEqualTo(GOOD);
                clock.advance(NameEntry.RETRY);
            }

            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly(
                            "mc.example.com: no server answers; what was found before stays in use until it can"
                                    + " be looked up again");
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void answerThatThereIsNothingStaysInUseAsWell() throws Exception {
        answers.add(NONE);
        get();
        clock.advance(NameEntry.NEGATIVE_TTL);
        answers.add(FAILED);

        assertThat(get()).isEqualTo(NONE);
    }

    @Test
    void nobodyWaitsWhileTheOldAnswerCannotBeRenewed() throws Exception {
        answers.add(GOOD);
        get();
        clock.advance(TTL);
        answers.add(FAILED);
        get();
        clock.advance(NameEntry.RETRY);

        // Whoever waits is interrupted.
        Thread.currentThread().interrupt();
        assertThat(get()).isEqualTo(GOOD);
        assertThat(Thread.interrupted()).isTrue();

        answers.add(BETTER);
        while (entry.fresh().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(get()).isEqualTo(BETTER);
        assertThat(asked).hasValue(3);
    }

    @Test
    void refreshesInTheBackgroundWhatIsOldAndNothingElse() throws Exception {
        entry.refresh();
        entry.refresh();
        answers.add(GOOD);
        assertThat(get()).isEqualTo(GOOD);

        entry.refresh();

        assertThat(asked).hasValue(1);
    }

    @Test
    void failureIsKeptForFiveSeconds() throws Exception {
        answers.add(FAILED);
        get();
        clock.advance(NameEntry.RETRY.minusNanos(1));
        assertThat(get()).isEqualTo(FAILED);

        clock.advance(Duration.ofNanos(1));
        answers.add(GOOD);

        assertThat(get()).isEqualTo(GOOD);
    }

    @Test
    void lookupThatBreaksOffIsFailure() throws Exception {
        NameEntry<String> broken = new NameEntry<>(
                "mc.example.com",
                _ -> {
                    throw new IllegalStateException("broken");
                },
                threads,
                clock);

        assertThat(broken.get(Deadline.in(TTL)))
                .isEqualTo(new Answer.Failed<>("name lookup failed: java.lang.IllegalStateException: broken"));
    }

    @Test
    void lookupsAreInterruptedWhenTheirThreadsEnd() throws Exception {
        FutureTask<Answer<String>> waiting = new FutureTask<>(this::get);
        Thread.startVirtualThread(waiting);
        while (asked.get() == 0) {
            Thread.onSpinWait();
        }

        threads.close();

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(new Answer.Failed<>("name lookup was interrupted"));
    }

    @Test
    void loginThatWasUnderWayStillGetsAnAnswer() throws Exception {
        threads.close();
        answers.add(GOOD);

        assertThat(get()).isEqualTo(GOOD);
    }

    @Test
    void cacheForgetsTheLeastRecentlyUsed() {
        NameCache<String> cache = new NameCache<>(_ -> GOOD, threads, clock);
        NameEntry<String> first = cache.of("first.example");
        NameEntry<String> used = cache.of("USED.example.");
        for (int i = 0; i < 511; i++) {
            cache.of("host" + i + ".example");
            assertThat(cache.of("used.example")).isSameAs(used);
        }

        assertThat(cache.of("first.example")).isNotSameAs(first);
    }
}
