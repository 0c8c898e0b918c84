// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import dev.infrajar.net.core.HostAndPort;
import java.util.OptionalDouble;

/** Candidates that differ in what a test is about. */
final class Candidates {
    private Candidates() {}

    static Candidate of(int port, double weight) {
        return of(port, weight, 0);
    }

    static Candidate of(int port, double weight, int open) {
        return new Candidate(new HostAndPort("10.0.0.1", port), weight, open, OptionalDouble.empty());
    }

    static Candidate measured(int port, double weight, double latencyNanos) {
        return new Candidate(new HostAndPort("10.0.0.1", port), weight, 0, OptionalDouble.of(latencyNanos));
    }
}
