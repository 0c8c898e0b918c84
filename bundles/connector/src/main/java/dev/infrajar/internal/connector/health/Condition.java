// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the past says about a backend. Immutable; times are on a clock of nanoseconds without an origin. */
sealed interface Condition {
    /** This many failures within {@link #WINDOW} eject; where nobody probes, this many in a row. */
    int FAILURES = 3;

    Duration WINDOW = Duration.ofSeconds(10);

    /** How long an address stays behind the others after its first failure; twice as long after each further one. */
    Duration DOUBT = Duration.ofSeconds(5);

    Duration LONGEST_DOUBT = Duration.ofSeconds(30);

    /** How long an address is out; twice as long after each further failure. */
    Duration BACK_OFF = Duration.ofSeconds(30);

    Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    /**
     * The condition after a failure.
     *
     * @param isProbed whether probes will find out more
     */
    Condition failed(Failure failure, long now, boolean isProbed);

    /** The condition after something worked. */
    Condition worked(Evidence evidence);

    /**
     * How it stands at a moment.
     *
     * @param isProbed whether probes will find out when it is back
     */
    Standing standing(long now, boolean isProbed);

    /** When it is due again, for the order of last resorts. */
    default long dueNanos(long now) {
        return now;
    }

    /** Nothing speaks against it. */
    record Up() implements Condition {
        @Override
        public Condition failed(Failure failure, long now, boolean isProbed) {
            return new Doubtful(List.of(now), 1, now + DOUBT.toNanos(), failure.evidence());
        }

        @Override
        public Condition worked(Evidence evidence) {
            return this;
        }

        @Override
        public Standing standing(long now, boolean isProbed) {
            return Standing.READY;
        }
    }

    /**
     * It has failed, too seldom to say more.
     *
     * @param recent when, within the window
     * @param row how often without a success in between
     * @param untilNanos when it may be tried as if nothing had been
     * @param evidence what it takes to forget
     */
    record Doubtful(List<Long> recent, int row, long untilNanos, Evidence evidence) implements Condition {
        @Override
        public Condition failed(Failure failure, long now, boolean isProbed) {
            Evidence needed = greater(evidence, failure.evidence());
            List<Long> within = new ArrayList<>(recent);
            within.add(now);
            within.removeIf(time -> now - time > WINDOW.toNanos());
            // Doubt spaces the logins that find out by more than the window: without probes it is their row that
            // counts.
            boolean isLastTrial = !isProbed && row + 1 >= FAILURES;
            if (failure.isProbe() || isLastTrial || within.size() >= FAILURES) {
                return new Ejected(now + BACK_OFF.toNanos(), BACK_OFF, needed);
            }
            long doubt = Math.min(DOUBT.toNanos() << Math.min(row, Byte.SIZE), LONGEST_DOUBT.toNanos());
            return new Doubtful(List.copyOf(within), row + 1, now + doubt, needed);
        }

        @Override
        public Condition worked(Evidence shown) {
            return shown.compareTo(evidence) >= 0 ? new Up() : this;
        }

        @Override
        public Standing standing(long now, boolean isProbed) {
            return isProbed || now - untilNanos < 0 ? Standing.DOUBTFUL : Standing.READY;
        }
    }

    /**
     * It is known to be down.
     *
     * @param dueNanos when it may be tried again
     * @param backOff how long it was put off this time
     * @param evidence what it takes to be back
     */
    record Ejected(long dueNanos, Duration backOff, Evidence evidence) implements Condition {
        @Override
        public Condition failed(Failure failure, long now, boolean isProbed) {
            Evidence needed = greater(evidence, failure.evidence());
            if (now - dueNanos < 0) {
                return new Ejected(dueNanos, backOff, needed);
            }
            Duration longer = Duration.ofNanos(Math.min(backOff.toNanos() * 2, LONGEST_BACK_OFF.toNanos()));
            return new Ejected(now + longer.toNanos(), longer, needed);
        }

        @Override
        public Condition worked(Evidence shown) {
            return shown.compareTo(evidence) >= 0 ? new Up() : this;
        }

        @Override
        public Standing standing(long now, boolean isProbed) {
            return isProbed || now - dueNanos < 0 ? Standing.OUT : Standing.READY;
        }

        @Override
        public long dueNanos(long now) {
            return dueNanos;
        }
    }

    private static Evidence greater(Evidence one, Evidence other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
