// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import com.google.gson.JsonPrimitive;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.internal.status.relay.Relay;
import dev.infrajar.internal.status.relay.Relayed;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Backends that answer as told, when they are let; counts what they are asked. */
final class FakeRelay implements Relay {
    private static final int LET_ALL = 1_000_000;

    /** The questions as {@code protocol host}, in their order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile Function<StatusQuery, Relayed> behaviour = FakeRelay::echo;

    private final Semaphore permits = new Semaphore(LET_ALL);
    private final Semaphore arrivals = new Semaphore(0);
    private final AtomicInteger running = new AtomicInteger();
    private volatile int mostAtATime;

    /** Names the protocol of the ping as its own, as most backends do. */
    static Relayed echo(StatusQuery query) {
        return answer(query.protocol(), "backend");
    }

    static Relayed answer(int protocol, String text) {
        return new Relayed.Answer(StatusDocument.of("Paper", protocol, 5, 20, new JsonPrimitive(text)));
    }

    /** From now on questions stay unanswered until they are let. */
    void hold() {
        permits.drainPermits();
    }

    void let(int questions) {
        permits.release(questions);
    }

    void letAll() {
        permits.release(LET_ALL);
    }

    /** Waits until that many questions have come since the last call. */
    void awaitQuestions(int count) throws InterruptedException {
        if (!arrivals.tryAcquire(count, 30, TimeUnit.SECONDS)) {
            throw new AssertionError("asked " + asked + " only");
        }
    }

    int mostAtATime() {
        return mostAtATime;
    }

    @Override
    public Relayed ask(ServerDefinition server, StatusQuery query, int protocol) throws InterruptedException {
        mostAtATime = Math.max(mostAtATime, running.incrementAndGet());
        asked.add(protocol + " " + query.virtualHost());
        arrivals.release();
        try {
            permits.acquire();
            return behaviour.apply(query);
        } finally {
            running.decrementAndGet();
        }
    }
}
