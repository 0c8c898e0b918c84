// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import java.util.Optional;

/** What is known of a protocol number. */
public sealed interface DialectMatch {
    /**
     * The dialect to speak.
     *
     * @return empty if the number is refused
     */
    Optional<Dialect> dialect();

    /**
     * The number is known, or lies between known ones.
     *
     * @param speaks the greatest known number not above it
     */
    record Known(Dialect speaks) implements DialectMatch {
        @Override
        public Optional<Dialect> dialect() {
            return Optional.of(speaks);
        }
    }

    /**
     * The number is above all known ones. Its packets may have changed.
     *
     * @param newest the newest known dialect
     */
    record Newer(Dialect newest) implements DialectMatch {
        @Override
        public Optional<Dialect> dialect() {
            return Optional.of(newest);
        }
    }

    /**
     * No packet of it can be understood: a snapshot, or older than 1.7.2.
     *
     * @param reason a few constant words for logs and counters
     */
    record Refused(String reason) implements DialectMatch {
        @Override
        public Optional<Dialect> dialect() {
            return Optional.empty();
        }
    }
}
