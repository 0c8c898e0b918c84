// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import java.io.IOException;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one JMH benchmark in a process of its own, for those who want its figures only. */
public final class Scores {
    private static final int WARMUPS = 3;
    private static final int ITERATIONS = 3;
    private static final TimeValue TIME = TimeValue.milliseconds(700);

    private Scores() {}

    /**
     * What an operation takes.
     *
     * @param nanos time
     * @param allocatedBytes on the heap
     */
    public record Score(double nanos, double allocatedBytes) {}

    /**
     * Measures an operation.
     *
     * @param benchmark a class of this package that measures average time
     * @param method which of its benchmarks
     * @param parameters of all that it has more than one value for
     * @throws IOException if it fails
     */
    public static Score of(Class<?> benchmark, String method, Map<String, String> parameters) throws IOException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName() + "\\." + method + "$")
                .forks(1)
                .warmupIterations(WARMUPS)
                .warmupTime(TIME)
                .measurementIterations(ITERATIONS)
                .measurementTime(TIME)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach(options::param);
        try {
            return score(new Runner(options.build()).runSingle());
        } catch (RunnerException e) {
            throw new IOException(benchmark.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private static Score score(RunResult run) throws IOException {
        Result<?> allocated = run.getSecondaryResults().get("gc.alloc.rate.norm");
        if (allocated == null) {
            throw new IOException("JMH does not say what was allocated");
        }
        return new Score(run.getPrimaryResult().getScore(), allocated.getScore());
    }
}
