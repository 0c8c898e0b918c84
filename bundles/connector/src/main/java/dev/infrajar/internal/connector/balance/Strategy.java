// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import java.util.List;

/** Picks a backend for a session. Thread-safe, and never blocks. */
@FunctionalInterface
public interface Strategy {
    /**
     * Picks one. What could not be connected is left out when it is called again for the same session.
     *
     * @param candidates at least one, in the order of the file
     * @return the index of one of them
     */
    int pick(List<Candidate> candidates);
}
