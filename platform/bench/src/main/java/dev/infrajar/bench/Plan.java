// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run does.
 *
 * @param measures names of the measures
 * @param contenders in their order
 * @param sizes how much of everything
 * @param zip the proxy's zip; empty: the one that the build has made
 * @param firstPort where free ports are looked for, upwards
 * @param exchangeLimit the longest that a session may take to do what it was opened for
 */
public record Plan(
        List<String> measures,
        List<Contender> contenders,
        Sizes sizes,
        Optional<Path> zip,
        int firstPort,
        Duration exchangeLimit) {
    /** The measures there are. */
    public static final List<String> MEASURES = List.of(
            "throughput",
            "rtt",
            "memory",
            "status",
            "joins",
            "start",
            "mode-stream",
            "mode-rtt",
            "mode-memory",
            "mode-joins",
            "mode-taps",
            "mode-peek");

    /** Those of connections whose bytes nobody looks at. */
    public static final List<String> RELAYS = MEASURES.subList(0, 6);

    /** Those of sessions whose packets are seen. */
    public static final String MODES = "modes";

    /** Copies the lists, checks the names. */
    public Plan {
        measures = measures.stream()
                .flatMap(measure -> measure.equals(MODES)
                        ? MEASURES.subList(RELAYS.size(), MEASURES.size()).stream()
                        : Stream.of(measure))
                .toList();
        contenders = List.copyOf(contenders);
        for (String measure : measures) {
            if (!MEASURES.contains(measure)) {
                throw new IllegalArgumentException("no measure is called \"" + measure + "\"");
            }
        }
    }

    /**
     * How much of everything.
     *
     * @param rounds turns of every contender
     * @param megabytes moved in each direction, per turn
     * @param messages sent to and fro of each size, per turn
     * @param sessions open and idle at a time
     * @param seconds of status requests and of joins that count, per turn
     */
    public record Sizes(int rounds, int megabytes, int messages, int sessions, int seconds) {
        /** Twenty minutes on two cores. */
        public static final Sizes FULL = new Sizes(9, 2000, 20_000, 1000, 5);

        /** Half a minute: shows that everything works, its figures mean little. */
        public static final Sizes QUICK = new Sizes(1, 200, 2000, 100, 1);

        private static final long MEGABYTE = 1_000_000;

        /** Checks that there is some of everything. */
        public Sizes {
            requirePositive("rounds", rounds);
            requirePositive("megabytes", megabytes);
            requirePositive("messages", messages);
            requirePositive("sessions", sessions);
            requirePositive("seconds", seconds);
        }

        /** Bytes moved in each direction, per turn. */
        public long bytes() {
            return megabytes * MEGABYTE;
        }

        @Override
        public String toString() {
            return "%d rounds; %d MB per direction, %d round trips per size, %d idle sessions, %d s of status requests and of joins per turn"
                    .formatted(rounds, megabytes, messages, sessions, seconds);
        }

        private static void requirePositive(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " = " + value + ", must be at least 1");
            }
        }
    }
}
