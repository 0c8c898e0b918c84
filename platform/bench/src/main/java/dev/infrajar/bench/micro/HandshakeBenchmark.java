// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The price of the fields of a handshake: what every connection costs before anything is decided. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class HandshakeBenchmark {
    private static final int MAX_HOST_CHARS = 255;
    private static final int PROTOCOL = 775;
    private static final int PORT = 25565;
    private static final int LOGIN = 2;
    private static final int CAPACITY_BYTES = 1024;

    /** A plain name, and one with the marker that Forge clients append. */
    @Param({"mc.example.com", "survival.mc.example.com\0FML3\0"})
    public String host = "";

    private final ByteBuf encoded = Unpooled.directBuffer(CAPACITY_BYTES);
    private final ByteBuf out = Unpooled.directBuffer(CAPACITY_BYTES);

    /** Writes the handshake that is read. */
    @Setup
    public void prepare() {
        writeFields(encoded.clear());
    }

    /**
     * Reads all fields.
     *
     * @param sink takes them
     */
    @Benchmark
    public void read(Blackhole sink) {
        encoded.readerIndex(0);
        sink.consume(VarInts.read(encoded));
        sink.consume(VarInts.read(encoded));
        sink.consume(WireStrings.read(encoded, MAX_HOST_CHARS));
        sink.consume(encoded.readUnsignedShort());
        sink.consume(VarInts.read(encoded));
    }

    /**
     * Writes all fields.
     *
     * @return the buffer
     */
    @Benchmark
    public ByteBuf write() {
        writeFields(out.clear());
        return out;
    }

    private void writeFields(ByteBuf to) {
        VarInts.write(to, 0);
        VarInts.write(to, PROTOCOL);
        WireStrings.write(to, host);
        to.writeShort(PORT);
        VarInts.write(to, LOGIN);
    }
}
