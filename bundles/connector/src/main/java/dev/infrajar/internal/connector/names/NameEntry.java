// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last answer for one name. However many ask at a time, one lookup runs; it goes on when those who wait give up. When
 * nobody can tell any more, the last good answer stays in use, be it that there are no records: one that may be wrong is
 * better than none.
 *
 * @param <V> what the records say
 */
final class NameEntry<V> {
    /** How long "there is no such record" is kept. */
    static final Duration NEGATIVE_TTL = Duration.ofSeconds(30);

    /** How long after a failure it is tried again. */
    static final Duration RETRY = Duration.ofSeconds(5);

    /** An old answer is used when a new one takes longer (RFC 8767, section 5: the client response timer). */
    static final Duration STALE_PATIENCE = Duration.ofMillis(1800);

    private static final Logger LOG = LoggerFactory.getLogger(NameEntry.class);

    private final String name;
    private final Lookup<V> lookup;
    private final LookupThreads threads;
    private final LongSupplier nanoClock;
    private @Nullable Answer<V> last;
    private long answeredNanos;
    private long freshForNanos;
    private boolean isStale;
    private @Nullable CompletableFuture<Answer<V>> running;
    private Deadline stalePatience = Deadline.in(Duration.ZERO);

    NameEntry(String name, Lookup<V> lookup, LookupThreads threads, LongSupplier nanoClock) {
        this.name = name;
        this.lookup = lookup;
        this.threads = threads;
        this.nanoClock = nanoClock;
    }

    /** The answer of this moment, without asking anybody. */
    synchronized Optional<Answer<V>> known() {
        return Optional.ofNullable(last);
    }

    /** The answer of this moment, if it needs no asking again yet. */
    synchronized Optional<Answer<V>> fresh() {
        return isFresh() ? known() : Optional.empty();
    }

    /** Asks in the background, unless the answer needs no asking again yet. Returns at once. */
    synchronized void refresh() {
        if (!isFresh() && running == null) {
            var _ = start();
        }
    }

    private synchronized boolean isFresh() {
        return last != null && nanoClock.getAsLong() - answeredNanos < freshForNanos;
    }

    /** Asks again at the next question, unless the answer is quite new: whoever found it of no use says so. */
    synchronized void doubt() {
        freshForNanos = Math.min(freshForNanos, RETRY.toNanos());
    }

    /**
     * A fresh answer; an old one where a new one cannot be had in time. Blocks until the deadline at most, and not at all
     * while the last attempt to renew an old one has failed: one has waited then, and the others need not.
     */
    Answer<V> get(Deadline deadline) throws InterruptedException {
        CompletableFuture<Answer<V>> asked;
        Answer<V> old;
        Deadline patience;
        synchronized (this) {
            old = last;
            if (old != null && isFresh()) {
                return old;
            }
            asked = running == null ? start() : running;
            if (old != null && isStale) {
                return old;
            }
            patience = stalePatience;
        }
        return old == null || old instanceof Answer.Failed
                ? await(asked, deadline).orElseGet(() -> tooLong(deadline))
                : await(asked, deadline.earlier(patience)).orElse(old);
    }

    private CompletableFuture<Answer<V>> start() {
        CompletableFuture<Answer<V>> asked = new CompletableFuture<>();
        running = asked;
        stalePatience = Deadline.in(STALE_PATIENCE);
        threads.start(() -> asked.complete(answered(ask())));
        return asked;
    }

    private Answer<V> ask() {
        try {
            return lookup.ask(name);
        } catch (InterruptedException _) {
            return new Answer.Failed<>("name lookup was interrupted");
        } catch (RuntimeException e) {
            // Somebody waits for an answer; what broke is told with it, and here.
            LOG.error("The lookup of {} broke off", name, e);
            return new Answer.Failed<>("name lookup failed: " + e);
        }
    }

    private synchronized Answer<V> answered(Answer<V> now) {
        running = null;
        answeredNanos = nanoClock.getAsLong();
        freshForNanos = freshFor(now).toNanos();
        if (now instanceof Answer.Failed(String reason) && last != null && !(last instanceof Answer.Failed)) {
            keep(reason);
            return last;
        }
        isStale = false;
        last = now;
        return now;
    }

    private void keep(String reason) {
        if (!isStale) {
            isStale = true;
            LOG.warn("{}: {}; what was found before stays in use until it can be looked up again", name, reason);
        }
    }

    private static Duration freshFor(Answer<?> answer) {
        return switch (answer) {
            case Answer.Found<?>(var _, Duration ttl) -> ttl;
            case Answer.None<?> _ -> NEGATIVE_TTL;
            case Answer.Failed<?> _ -> RETRY;
        };
    }

    private static <V> Answer<V> tooLong(Deadline deadline) {
        return new Answer.Failed<>("name lookup took longer than " + deadline);
    }

    private static <V> Optional<Answer<V>> await(CompletableFuture<Answer<V>> asked, Deadline deadline)
            throws InterruptedException {
        try {
            return Optional.of(asked.get(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with a failure", e);
        }
    }
}
