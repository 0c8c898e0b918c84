// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import java.util.Optional;
import java.util.function.DoubleSupplier;

/** The strategies of one server. Its turns go on when its file changes. */
public final class Strategies {
    private final Strategy roundRobin = new SmoothRoundRobin();
    private final Strategy leastConnections = new LeastConnections(new SmoothRoundRobin());
    private final Strategy leastLatency = new LeastLatency(new SmoothRoundRobin());
    private final Strategy random;

    /** With turns that begin with the first. */
    public Strategies(DoubleSupplier random) {
        this.random = new WeightedRandom(random);
    }

    /** The one for a value of the configuration; empty where the order of the file is all there is to it. */
    public Optional<Strategy> of(Balance balance) {
        return switch (balance) {
            case FIRST_AVAILABLE -> Optional.empty();
            case ROUND_ROBIN -> Optional.of(roundRobin);
            case LEAST_CONN -> Optional.of(leastConnections);
            case RANDOM -> Optional.of(random);
            case LEAST_LATENCY -> Optional.of(leastLatency);
        };
    }
}
