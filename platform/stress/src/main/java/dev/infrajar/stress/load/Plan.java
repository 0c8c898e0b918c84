// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import dev.infrajar.stress.pattern.Opening;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * One run.
 *
 * @param target what is put under load, resolved
 * @param opening what clients say first
 * @param mix the kinds of clients
 * @param sources where they come from
 * @param bounds how much
 * @param seed chooses kinds and bytes; the same seed gives the same sequence
 */
public record Plan(InetSocketAddress target, Opening opening, Mix mix, Sources sources, Bounds bounds, long seed) {
    /**
     * How much.
     *
     * @param concurrent connections open at a time, at most
     * @param time how long new ones are opened; those that are open then have {@code limit} to end
     * @param perSecond connections opened in a second, at most; empty: as many as end
     * @param limit how long one connection may take
     */
    public record Bounds(int concurrent, Duration time, OptionalInt perSecond, Duration limit) {
        /** How long one connection may take: three times as long as a proxy should wait for anything before a login. */
        public static final Duration LIMIT = Duration.ofSeconds(15);

        /** Checks that there is something to do. */
        public Bounds {
            requirePositive("concurrent", concurrent);
            perSecond.ifPresent(rate -> requirePositive("rate", rate));
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("the time must be above 0");
            }
        }

        private static void requirePositive(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " = " + value + ", must be at least 1");
            }
        }
    }
}
