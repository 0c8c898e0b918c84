// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The questions to one server by one definition: one is asked at a time, pings that want the same answer wait for it together, and the
 * others queue.
 *
 * <pre>
 *   pings of known keys ──▶ lane ──┐  in turns,
 *                                  ├──────────────▶ one worker ──▶ backend
 *   pings of new keys   ──▶ lane ──┘  oldest first
 * </pre>
 *
 * <p>Known keys have been answered before. They have a lane of their own, so that a flood of pings that each want another
 * answer (invented protocol numbers, invented hosts) neither fills their places nor delays them by more than one question.
 * When the server is not there, all who wait are told so at once, and for a moment nobody asks again.
 *
 * <p>Thread-safe.
 */
public final class ServerLine {
    /** Asks the backend. */
    @FunctionalInterface
    public interface Asker {
        /** Asks, blocking for a bounded time. */
        Finding ask(Question question) throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ServerLine.class);

    private final Asker asker;
    private final Executor workers;
    private final LongSupplier nanoTime;
    private final OutageLog log;
    private final Lane known = new Lane();
    private final Lane others = new Lane();
    private boolean isWorking;
    private boolean wereOthersLast;
    private volatile @Nullable Outage outage;

    /** A line that nobody waits in. */
    ServerLine(Asker asker, Executor workers, LongSupplier nanoTime, OutageLog log) {
        this.asker = asker;
        this.workers = workers;
        this.nanoTime = nanoTime;
        this.log = log;
    }

    /** The outage that is taken as the answer of the moment. Does not block. */
    public Optional<Outage> outage() {
        Outage last = outage;
        boolean counts = last != null && nanoTime.getAsLong() - last.atNanos() < AnswerCache.FAILURE_TTL.toNanos();
        return counts ? Optional.ofNullable(last) : Optional.empty();
    }

    /** Whether too many pings wait already. Does not block. */
    public boolean isFull(boolean isKnown) {
        return lane(isKnown).isFull();
    }

    /** Asks, or waits for the answer to the same question; until the limit at most. Virtual threads only. */
    public Finding ask(Question question, Duration limit) throws InterruptedException {
        log.follow(question.server());
        Wait wait;
        boolean startsWork;
        synchronized (this) {
            Optional<Finding> refusal = refusal(question);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            wait = lane(question.isKnown()).enter(question);
            startsWork = !isWorking;
            isWorking = true;
        }
        if (startsWork) {
            workers.execute(this::work);
        }
        return await(wait, lane(question.isKnown()), limit);
    }

    private Optional<Finding> refusal(Question question) {
        Optional<Outage> current = outage();
        if (current.isPresent()) {
            return Optional.of(new Finding.Unreachable(
                    "not there a moment ago", current.get().refused()));
        }
        return isFull(question.isKnown())
                ? Optional.of(new Finding.Nothing("too many pings wait for it"))
                : Optional.empty();
    }

    private Finding await(Wait wait, Lane lane, Duration limit) throws InterruptedException {
        try {
            return wait.finding().get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return new Finding.Nothing("its turn did not come within " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with a failure", e);
        } finally {
            leave(lane, wait);
        }
    }

    private Lane lane(boolean isKnown) {
        return isKnown ? known : others;
    }

    private synchronized void leave(Lane lane, Wait wait) {
        lane.leave(wait);
    }

    private void work() {
        for (Wait wait = next(); wait != null; wait = next()) {
            Finding finding = find(wait.question());
            log.report(wait.question(), finding);
            settle(wait, finding).forEach(settled -> settled.finding().complete(finding));
        }
    }

    /** The lanes take turns, so that neither waits for the other to be empty. */
    private synchronized @Nullable Wait next() {
        Wait first = lane(wereOthersLast).take();
        if (first != null) {
            wereOthersLast = !wereOthersLast;
            return first;
        }
        Wait second = lane(!wereOthersLast).take();
        isWorking = second != null;
        return second;
    }

    private Finding find(Question question) {
        try {
            return asker.ask(question);
        } catch (InterruptedException _) {
            return new Finding.Nothing("interrupted");
        } catch (RuntimeException | LinkageError e) {
            // A defect: pings go on being answered, and it is not met again by each of them.
            LOG.error(
                    "the status of {} could not be asked for", question.server().id(), e);
            return new Finding.Unreachable(e.toString(), false);
        }
    }

    /** All whose wait is over. */
    private synchronized List<Wait> settle(Wait asked, Finding finding) {
        known.finish();
        others.finish();
        List<Wait> settled = new ArrayList<>(List.of(asked));
        switch (finding) {
            case Finding.Shown _ -> outage = null;
            case Finding.Unreachable(String _, boolean refused) -> {
                outage = new Outage(refused, nanoTime.getAsLong());
                settled.addAll(known.takeAll());
                settled.addAll(others.takeAll());
            }
            case Finding.Nothing _ -> {}
        }
        return settled;
    }
}
