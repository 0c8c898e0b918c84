// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import dev.infrajar.net.packet.IdSet;
import dev.infrajar.net.wire.Frames;
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

/**
 * The price of one frame that a forwarder looks at: its boundary, its packet id, whether somebody wants it, its data size.
 * {@code -prof gc} shows that none of it allocates.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class FrameBenchmark {
    private static final int FRAMES = 1024;
    private static final long SEED = 1;
    private static final int IDS = 141;

    /** The longest body: as most are in play (one byte of length), as all but chunks are (two), or chunks (three). */
    @Param({"120", "1000", "40000"})
    public int bound;

    private final IdSet wanted = IdSet.of(32, 43, 44, 76, 112);
    private ByteBuf stream = Unpooled.EMPTY_BUFFER;

    /** Fills the stream with frames that do not compress, and with their ids. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(SEED);
        stream = Unpooled.directBuffer(FRAMES * (bound + VarInts.MAX_BYTES));
        for (int i = 0; i < FRAMES; i++) {
            int bodyBytes = bound / 2 + random.nextInt(bound / 2);
            Frames.writeHeader(stream, bodyBytes);
            int id = random.nextInt(IDS);
            VarInts.write(stream, id);
            stream.writeZero(bodyBytes - VarInts.size(id));
        }
    }

    /**
     * Finds the boundaries.
     *
     * @return the end of the last frame
     */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int boundary() {
        int end = stream.writerIndex();
        int index = 0;
        while (index < end) {
            index += Frames.frameBytes(Frames.header(stream, index, end));
        }
        return index;
    }

    /**
     * Finds the boundaries and peeks the ids.
     *
     * @return the sum of the ids
     */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int packetId() {
        int end = stream.writerIndex();
        int index = 0;
        int sum = 0;
        while (index < end) {
            int header = Frames.header(stream, index, end);
            sum += Frames.packetId(stream, index, header);
            index += Frames.frameBytes(header);
        }
        return sum;
    }

    /**
     * Finds the boundaries, peeks the ids and asks whether they are wanted.
     *
     * @return how many are
     */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int isWanted() {
        int end = stream.writerIndex();
        int index = 0;
        int count = 0;
        while (index < end) {
            int header = Frames.header(stream, index, end);
            count += wanted.contains(Frames.packetId(stream, index, header)) ? 1 : 0;
            index += Frames.frameBytes(header);
        }
        return count;
    }

    /**
     * Finds the boundaries and peeks the data sizes, as if the connection compressed.
     *
     * @return their sum
     */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long dataSize() {
        int end = stream.writerIndex();
        int index = 0;
        long sum = 0;
        while (index < end) {
            int header = Frames.header(stream, index, end);
            sum += VarInts.peekedValue(Frames.dataSize(stream, index, header));
            index += Frames.frameBytes(header);
        }
        return sum;
    }
}
