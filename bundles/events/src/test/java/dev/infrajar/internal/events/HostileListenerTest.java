// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.event.ListenerLimits;
import dev.infrajar.api.event.LoginDecision;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.LoginVerdict;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileListenerTest {
    private static final LoginEvent LOGIN = new LoginEvent(new FakePlayer("Steve"), new FakeServer("lobby"));
    private static final LoginDecision BANNED = LoginDecision.deny(Component.text("banned"));
    private static final LoginVerdict REFUSED = new LoginVerdict.Deny(Component.text("banned"));
    private static final Duration FOREVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(100);
    /** Short for a test, and long enough for a decent listener on a machine whose processors are all kept spinning. */
    private static final Duration LATER = Duration.ofSeconds(2);

    private final ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor();
    private final FakePlugin hostile = new FakePlugin("com.example.hostile");
    private final FakePlugin decent = new FakePlugin("com.example.decent");
    private ListenerChains chains = chains(FOREVER);

    @AfterEach
    void close() {
        chains.close();
        sessions.shutdownNow();
    }

    @Test
    void goesOnWhenAListenerThrows() {
        hostile.register(chains.loginListeners(), 1, event -> {
            throw new IllegalStateException("boom");
        });
        decent.register(chains.loginListeners(), 0, event -> BANNED);

        assertThat(login()).isEqualTo(REFUSED);
        assertThat(costOfHostile().lastFailure()).contains("java.lang.IllegalStateException: boom");
    }

    @Test
    void goesOnWhenAListenerCannotBeLinked() {
        hostile.register(chains.loginListeners(), 1, event -> {
            throw new NoClassDefFoundError("io/netty/buffer/ByteBuf");
        });
        decent.register(chains.loginListeners(), 0, event -> BANNED);

        assertThat(login()).isEqualTo(REFUSED);
        assertThat(costOfHostile().failures()).isEqualTo(1);
    }

    @Test
    void goesOnWhenAnExceptionCannotEvenBeDescribed() {
        hostile.register(chains.loginListeners(), 1, event -> {
            throw new UnspeakableException();
        });
        decent.register(chains.loginListeners(), 0, event -> BANNED);

        assertThat(login()).isEqualTo(REFUSED);
        assertThat(costOfHostile().lastFailure()).contains(UnspeakableException.class.getName());
    }

    @Test
    void goesOnWhenAListenerAnswersNull() {
        hostile.register(chains.loginListeners(), 1, event -> nothing());
        decent.register(chains.loginListeners(), 0, event -> BANNED);

        assertThat(login()).isEqualTo(REFUSED);
        assertThat(costOfHostile().lastFailure()).contains("answered null");
    }

    @Test
    void goesOnWhenADenialHasNoReason() {
        hostile.register(chains.loginListeners(), 1, event -> new LoginDecision.Deny(nothing()));

        assertThat(login()).isEqualTo(LoginVerdict.ALLOW);
        assertThat(costOfHostile().failures()).isEqualTo(1);
    }

    @Test
    void goesOnWhenAListenerCannotBeCreated() {
        hostile.registerLazily(chains.loginListeners(), 1, () -> null);
        decent.register(chains.loginListeners(), 0, event -> BANNED);

        assertThat(login()).isEqualTo(REFUSED);
        assertThat(costOfHostile().lastFailure()).get().asString().endsWith("the listener could not be created");
    }

    @Test
    void interruptsAListenerAtItsLimit() throws InterruptedException {
        chains = chains(SOON);
        CountDownLatch interrupted = new CountDownLatch(1);
        hostile.register(chains.loginListeners(), event -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return BANNED;
        });

        assertThat(login()).isEqualTo(LoginVerdict.ALLOW);
        interrupted.await();
        assertThat(costOfHostile().lastFailure()).contains("no answer within 100 ms");
    }

    @Test
    void letsOthersAnswerWhileAListenerSpinsInSixteenSessions() throws Exception {
        chains = chains(LATER);
        try (Spin spin = new Spin()) {
            hostile.register(chains.loginListeners(), 1, event -> {
                spin.run();
                return BANNED;
            });
            decent.register(chains.loginListeners(), 0, event -> BANNED);
            List<CompletableFuture<LoginVerdict>> logins = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                logins.add(CompletableFuture.supplyAsync(this::login, sessions));
            }

            assertThat(logins).allSatisfy(login -> assertThat(login.get()).isEqualTo(REFUSED));
            assertThat(costOfHostile().lostThreads()).isEqualTo(ListenerLimits.THREADS_PER_PLUGIN);
        }
    }

    @Test
    void letsOthersAnswerWhileAConstructorSpins() throws Exception {
        chains = chains(LATER);
        try (Spin spin = new Spin()) {
            hostile.registerLazily(chains.loginListeners(), 1, () -> {
                spin.run();
                return event -> LoginDecision.allow();
            });
            decent.register(chains.loginListeners(), 0, event -> BANNED);

            assertThat(login()).isEqualTo(REFUSED);
            assertThat(costOfHostile().lostThreads()).isEqualTo(1);
        }
    }

    @Test
    void failsAtOnceWhenAllThreadsOfAPluginAreLost() throws Exception {
        chains = chains(SOON);
        try (Spin spin = new Spin()) {
            AtomicInteger calls = new AtomicInteger();
            hostile.register(chains.loginListeners(), event -> {
                calls.incrementAndGet();
                spin.run();
                return BANNED;
            });
            while (costOfHostile().lostThreads() < ListenerLimits.THREADS_PER_PLUGIN) {
                login();
            }

            assertThat(login()).isEqualTo(LoginVerdict.ALLOW);
            assertThat(calls).hasValue(ListenerLimits.THREADS_PER_PLUGIN);
            assertThat(costOfHostile().lastFailure()).get().asString().startsWith("all 4 threads");
        }
    }

    @Test
    void takesAThreadBackWhenItsCallReturnsAfterAll() {
        chains = chains(SOON);
        Spin spin = new Spin();
        hostile.register(chains.loginListeners(), event -> {
            spin.run();
            return BANNED;
        });
        while (costOfHostile().lostThreads() == 0) {
            login();
        }

        spin.close();

        while (costOfHostile().lostThreads() > 0) {
            Thread.onSpinWait();
        }
        assertThat(costOfHostile().lostThreads()).isZero();
    }

    @Test
    void quarantinesAListenerThatKeepsFailing() {
        AtomicInteger calls = new AtomicInteger();
        hostile.register(chains.loginListeners(), event -> {
            calls.incrementAndGet();
            throw new IllegalStateException("boom");
        });
        for (int i = 0; i < ListenerLimits.FAILURES_TO_QUARANTINE + 5; i++) {
            login();
        }

        assertThat(calls).hasValue(ListenerLimits.FAILURES_TO_QUARANTINE);
        assertThat(costOfHostile().quarantined()).isTrue();
    }

    @Test
    void doesNotQuarantineAListenerThatFailsNowAndThen() {
        AtomicInteger calls = new AtomicInteger();
        hostile.register(chains.loginListeners(), event -> {
            if (calls.incrementAndGet() % ListenerLimits.FAILURES_TO_QUARANTINE != 0) {
                throw new IllegalStateException("boom");
            }
            return BANNED;
        });
        for (int i = 0; i < 3 * ListenerLimits.FAILURES_TO_QUARANTINE; i++) {
            login();
        }

        assertThat(costOfHostile().quarantined()).isFalse();
        assertThat(calls).hasValue(3 * ListenerLimits.FAILURES_TO_QUARANTINE);
    }

    @Test
    void doesNotQuarantineAnOverloadedListener() throws Exception {
        chains = chains(FOREVER);
        CountDownLatch mayReturn = new CountDownLatch(1);
        hostile.register(chains.loginListeners(), event -> {
            await(mayReturn);
            return BANNED;
        });
        int served = ListenerLimits.THREADS_PER_PLUGIN + ListenerLimits.QUEUE_PER_PLUGIN;
        int refused = 2 * ListenerLimits.FAILURES_TO_QUARANTINE;
        List<CompletableFuture<LoginVerdict>> logins = new ArrayList<>();
        for (int i = 0; i < served + refused; i++) {
            logins.add(CompletableFuture.supplyAsync(this::login, sessions));
        }
        while (costOfHostile().failures() < refused) {
            Thread.onSpinWait();
        }

        assertThat(costOfHostile().quarantined()).isFalse();
        mayReturn.countDown();
        assertThat(logins.stream().map(CompletableFuture::join).filter(REFUSED::equals))
                .hasSize(served);
    }

    @Test
    void releasesACallWhenItsPluginLeaves() throws Exception {
        chains = chains(FOREVER);
        try (Spin spin = new Spin()) {
            Rank rank = hostile.register(chains.loginListeners(), event -> {
                spin.run();
                return BANNED;
            });
            CompletableFuture<LoginVerdict> running = CompletableFuture.supplyAsync(this::login, sessions);
            spin.awaitEntered(1);

            chains.loginListeners().remove(rank.serviceId());

            assertThat(running.get()).isEqualTo(LoginVerdict.ALLOW);
            assertThat(chains.costs()).isEmpty();
        }
    }

    @Test
    void doesNotTakeWhatAListenerAnswersBecauseItsPluginLeaves() throws Exception {
        chains = chains(FOREVER);
        // Often, since the answer and the end once raced.
        for (int i = 0; i < 100; i++) {
            CountDownLatch asked = new CountDownLatch(1);
            Rank rank = hostile.register(chains.loginListeners(), event -> {
                asked.countDown();
                await(new CountDownLatch(1));
                return BANNED;
            });
            CompletableFuture<LoginVerdict> running = CompletableFuture.supplyAsync(this::login, sessions);
            await(asked);

            chains.loginListeners().remove(rank.serviceId());

            assertThat(running.get()).isEqualTo(LoginVerdict.ALLOW);
        }
    }

    @Test
    void startsAfreshWhenAPluginComesBack() {
        Rank rank = hostile.register(chains.loginListeners(), event -> {
            throw new IllegalStateException("boom");
        });
        for (int i = 0; i < ListenerLimits.FAILURES_TO_QUARANTINE; i++) {
            login();
        }
        chains.loginListeners().remove(rank.serviceId());

        hostile.register(chains.loginListeners(), event -> BANNED);

        assertThat(login()).isEqualTo(REFUSED);
        assertThat(costOfHostile().failures()).isZero();
    }

    @Test
    void forgetsAListenerThatHasLeft() {
        WeakReference<Object> left = registerAskAndRemove();

        while (left.get() != null) {
            System.gc();
        }
        assertThat(left.get()).isNull();
    }

    private WeakReference<Object> registerAskAndRemove() {
        Object pinned = new Object();
        Rank rank = hostile.register(chains.loginListeners(), event -> {
            throw new IllegalStateException("boom" + pinned.hashCode());
        });
        login();
        chains.loginListeners().remove(rank.serviceId());
        return new WeakReference<>(pinned);
    }

    private LoginVerdict login() {
        return chains.login(LOGIN, id -> Optional.empty());
    }

    private ListenerCost costOfHostile() {
        return chains.costs().stream()
                .filter(cost -> cost.bundle().equals(hostile.origin().bundle()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static ListenerChains chains(Duration limit) {
        return new ListenerChains(new Limits(limit, limit));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A plugin is not compiled with our null checks.
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals", "DataFlowIssue"})
    private static <T> T nothing() {
        return null;
    }

    private static final class UnspeakableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("and again");
        }
    }
}
