// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.micro.FrameForwarderBenchmark;
import dev.infrajar.bench.micro.Scores;
import dev.infrajar.bench.result.Metric;
import dev.infrajar.bench.result.Results;
import java.io.IOException;
import java.util.Map;

/** What a look at the id of a compressed packet costs, and what it costs to inflate all of it, by {@link FrameForwarderBenchmark}. */
public final class PeekCost implements Measure {
    private static final double NANOS_PER_MICRO = 1e3;

    /** The sizes, and where their figures go. */
    private enum Size {
        BYTES_300(300, Metric.PEEK_300),
        BYTES_1000(1000, Metric.PEEK_1000),
        BYTES_4000(4000, Metric.PEEK_4000),
        BYTES_16384(16_384, Metric.PEEK_16384),
        BYTES_65536(65_536, Metric.PEEK_65536);

        private final int bytes;
        private final Metric metric;

        Size(int bytes, Metric metric) {
            this.bytes = bytes;
            this.metric = metric;
        }
    }

    @Override
    public String name() {
        return "mode-peek";
    }

    @Override
    public boolean appliesTo(Contender contender) {
        return switch (contender) {
            case FRAME_PASSED, FRAME_PEEKED, FRAME_INFLATED -> true;
            default -> false;
        };
    }

    @Override
    public void measure(Contender contender, Results results) throws IOException {
        for (Size size : Size.values()) {
            Scores.Score score = Scores.of(
                    FrameForwarderBenchmark.class,
                    "frame",
                    Map.of(
                            "packetBytes", Integer.toString(size.bytes),
                            "interest", interest(contender),
                            "compression", "libdeflate"));
            results.add(size.metric, contender, score.nanos() / NANOS_PER_MICRO);
        }
    }

    @Override
    public void close() {
        // Every process has ended.
    }

    private static String interest(Contender contender) {
        return switch (contender) {
            case FRAME_PASSED -> "none";
            case FRAME_PEEKED -> "peek";
            default -> "all";
        };
    }
}
