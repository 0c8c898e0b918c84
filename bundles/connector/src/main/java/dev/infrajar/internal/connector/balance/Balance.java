// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

/** The values of {@code balance} in a server file. */
public enum Balance {
    /** The first in the order of the file; the others are for when it is down. */
    FIRST_AVAILABLE,
    /** In turn, by weight. */
    ROUND_ROBIN,
    /** The one with the fewest open sessions for its weight. */
    LEAST_CONN,
    /** By chance, by weight. */
    RANDOM,
    /** The one that connects fastest, for its weight. */
    LEAST_LATENCY
}
