// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import dev.infrajar.stress.pattern.Opening;
import dev.infrajar.stress.pattern.Pattern;
import dev.infrajar.stress.report.Tally;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Runs for tests. */
final class Runs {
    static final String HOST = "play.example.com";
    static final int PORT = 25565;

    /** Far beyond what a test on a busy machine takes; where a limit itself is tested, a shorter one is given. */
    static final Duration LONG = Duration.ofSeconds(30);

    private Runs() {}

    /** A plan for a single connection. */
    static Plan single(InetSocketAddress target, Pattern pattern, int protocol, long seed, Duration limit) {
        // The second one would be due after a second, and the time is over before.
        var bounds = new Plan.Bounds(1, Duration.ofMillis(100), OptionalInt.of(1), limit);
        return new Plan(
                target, new Opening(protocol, HOST, PORT), Mix.even(List.of(pattern)), Sources.SYSTEM, bounds, seed);
    }

    /** A plan for as many connections as there is time for. */
    static Plan many(InetSocketAddress target, Pattern pattern, int concurrent, Duration time, long seed) {
        var bounds = new Plan.Bounds(concurrent, time, OptionalInt.empty(), LONG);
        return new Plan(
                target,
                new Opening(Opening.NEWEST_KNOWN_PROTOCOL, HOST, PORT),
                Mix.even(List.of(pattern)),
                Sources.SYSTEM,
                bounds,
                seed);
    }

    /** Runs to the end. */
    static Tally of(Plan plan) throws Exception {
        try (Engine engine = Engine.start()) {
            return engine.begin(plan).ended().get(LONG.toSeconds() * 2, TimeUnit.SECONDS);
        }
    }
}
