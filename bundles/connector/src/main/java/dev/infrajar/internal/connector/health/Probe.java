// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

/** Tries a backend on nobody's behalf. */
@FunctionalInterface
public interface Probe {
    /** Tries now. Blocks for at most the timeout; virtual threads only. Leaves no connection behind. */
    Result probe(Backend backend, HealthSettings settings) throws InterruptedException;

    /** What a probe found. */
    sealed interface Result {
        /**
         * The backend does what it was asked for.
         *
         * @param connectNanos how long connecting took
         */
        record Passed(long connectNanos) implements Result {}

        /** It does not. */
        record Failed(String reason, Evidence evidence) implements Result {}

        /** The proxy could not ask: no fault of the backend. */
        record Inconclusive(String reason) implements Result {}
    }
}
