// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.stress.pattern.Opening;
import dev.infrajar.stress.pattern.Outcome;
import dev.infrajar.stress.pattern.Pattern;
import dev.infrajar.stress.report.Interval;
import dev.infrajar.stress.report.Tally;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Duration TIME = Duration.ofMillis(300);

    @Test
    void opensTheNextWhenOneHasEndedButNeverMoreAtATime() throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.closingAfter(1))) {
            Tally tally = Runs.of(Runs.many(server.address(), Pattern.FALSE_VARINT, 4, TIME, 1));

            assertThat(tally.connects()).isGreaterThan(4);
            assertThat(server.mostOpen()).isBetween(1, 4);
        }
    }

    @Test
    void holdsAsManyOpenAsAskedFor() throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.silent());
                Engine engine = Engine.start()) {
            Load load = engine.begin(Runs.many(server.address(), Pattern.FALSE_VARINT, 20, Runs.LONG, 1));
            // They never end, so whatever is open after the first of them has been seen stays open.
            while (load.interval().get(1, TimeUnit.MINUTES).open() < 20) {
                Thread.onSpinWait();
            }

            load.stop();
            Tally tally = load.ended().get(1, TimeUnit.MINUTES);

            assertThat(tally.connects()).isEqualTo(20);
            assertThat(tally.count(Pattern.FALSE_VARINT, Outcome.CUT)).isEqualTo(20);
            assertThat(server.mostOpen()).isLessThanOrEqualTo(20);
        }
    }

    @Test
    void opensNoMoreThanTheRateAllows() throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.closingAfter(1))) {
            var bounds = new Plan.Bounds(10, TIME, OptionalInt.of(10), Runs.LONG);
            var opening = new Opening(Opening.NEWEST_KNOWN_PROTOCOL, Runs.HOST, Runs.PORT);
            Tally tally = Runs.of(new Plan(
                    server.address(), opening, Mix.even(List.of(Pattern.FALSE_VARINT)), Sources.SYSTEM, bounds, 1));

            // One at once and one every 100 ms.
            assertThat(tally.connects()).isBetween(1L, 4L);
        }
    }

    @Test
    void sameSeedSendsTheSameBytes() throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.closingAfter(1))) {
            Runs.of(Runs.many(server.address(), Pattern.RANDOM_BYTES, 1, TIME, 7));
            byte[] first = server.record();
            Runs.of(Runs.single(server.address(), Pattern.RANDOM_BYTES, Opening.NEWEST_KNOWN_PROTOCOL, 7, Runs.LONG));

            assertThat(server.record()).hasSameSizeAs(first);
        }
    }

    @Test
    void intervalCountsSinceTheOneBefore() throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.closingAfter(1));
                Engine engine = Engine.start()) {
            Load load = engine.begin(Runs.many(server.address(), Pattern.FALSE_VARINT, 2, TIME, 1));
            Tally tally = load.ended().get(1, TimeUnit.MINUTES);

            Interval all = load.interval().get(1, TimeUnit.MINUTES);
            Interval nothing = load.interval().get(1, TimeUnit.MINUTES);

            assertThat(all.connects()).isEqualTo(tally.connects());
            assertThat(nothing.connects()).isZero();
            assertThat(nothing.answers()).isZero();
        }
    }

    @Test
    void comesFromTheAddressesItIsGiven() throws Exception {
        try (var server = RecordingServer.start(RecordingServer.Behaviour.closingAfter(1))) {
            Plan plan =
                    Runs.single(server.address(), Pattern.FALSE_VARINT, Opening.NEWEST_KNOWN_PROTOCOL, 1, Runs.LONG);
            Tally tally = Runs.of(new Plan(
                    plan.target(), plan.opening(), plan.mix(), Sources.loopback(0x7F02_0304, 2), plan.bounds(), 1));

            assertThat(tally.hasAnswered()).isTrue();
        }
    }
}
