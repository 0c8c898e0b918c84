// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The price of one VarInt, for values of a given size and for a mix of sizes that branch prediction cannot learn. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class VarIntBenchmark {
    private static final int VALUES = 1024;
    private static final long SEED = 1;

    /** The largest value: 1 byte, 2 bytes, 3 bytes (the largest frame length), or anything. */
    @Param({"127", "16383", "2097151", "2147483647"})
    public int bound;

    private final int[] values = new int[VALUES];
    private final ByteBuf encoded = Unpooled.directBuffer(VALUES * VarInts.MAX_BYTES);
    private final ByteBuf out = Unpooled.directBuffer(VALUES * VarInts.MAX_BYTES);

    /** Fills the input. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(SEED);
        encoded.clear();
        for (int i = 0; i < VALUES; i++) {
            values[i] = random.nextInt(bound);
            VarInts.write(encoded, values[i]);
        }
    }

    /**
     * Reads all values.
     *
     * @return their sum, so that no read is dropped
     */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public long read() {
        encoded.readerIndex(0);
        long sum = 0;
        for (int i = 0; i < VALUES; i++) {
            sum += VarInts.read(encoded);
        }
        return sum;
    }

    /**
     * Writes all values.
     *
     * @return the buffer
     */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public ByteBuf write() {
        out.clear();
        for (int value : values) {
            VarInts.write(out, value);
        }
        return out;
    }

    /**
     * Computes all sizes.
     *
     * @return their sum
     */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int size() {
        int sum = 0;
        for (int value : values) {
            sum += VarInts.size(value);
        }
        return sum;
    }
}
