// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.micro.Scores;
import dev.infrajar.bench.micro.TapChainBenchmark;
import dev.infrajar.bench.result.Metric;
import dev.infrajar.bench.result.Results;
import java.io.IOException;
import java.util.Map;

/** What the chain of taps costs a packet, by {@link TapChainBenchmark}. */
public final class TapCost implements Measure {
    private static final int TAPS = 8;

    @Override
    public String name() {
        return "mode-taps";
    }

    @Override
    public boolean appliesTo(Contender contender) {
        return contender == Contender.TAP_CHAIN;
    }

    @Override
    public void measure(Contender contender, Results results) throws IOException {
        Scores.Score empty = score("0x1");
        Scores.Score oneClass = score("8x1");
        Scores.Score eightClasses = score("8x8");
        results.add(Metric.TAPS_NONE, contender, empty.nanos());
        results.add(Metric.TAPS_OF_ONE_CLASS, contender, (oneClass.nanos() - empty.nanos()) / TAPS);
        results.add(Metric.TAPS_OF_EIGHT_CLASSES, contender, (eightClasses.nanos() - empty.nanos()) / TAPS);
        results.add(
                Metric.TAPS_ALLOCATION,
                contender,
                Math.max(empty.allocatedBytes(), Math.max(oneClass.allocatedBytes(), eightClasses.allocatedBytes())));
    }

    @Override
    public void close() {
        // Every process has ended.
    }

    private static Scores.Score score(String taps) throws IOException {
        return Scores.of(TapChainBenchmark.class, "packet", Map.of("taps", taps, "isEveryCallTimed", "false"));
    }
}
