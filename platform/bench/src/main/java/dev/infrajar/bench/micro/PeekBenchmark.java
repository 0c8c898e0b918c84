// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import dev.infrajar.internal.forwarder.frame.deflate.StreamHead;
import dev.infrajar.net.compression.Decompressor;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.ResourceLeakDetector;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The price of the id of a compressed packet: by the decoder of the frame forwarder, by the JDK's {@link Inflater} stopped
 * behind it, and by inflating all of the packet. {@value #STREAMS} streams in turn, so that no branch is learned by heart.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class PeekBenchmark {
    private static final int STREAMS = 64;

    /** Bytes of a packet. */
    @Param({"300", "1024", "4096", "16384"})
    public int packetBytes;

    /** What is in it. */
    @Param({"chunk", "text"})
    public String data = "chunk";

    private final ByteBuf[] streams = new ByteBuf[STREAMS];
    private final StreamHead head = new StreamHead();
    private final Inflater inflater = new Inflater();
    private final byte[] id = new byte[StreamHead.MAX_BYTES];
    private final Decompressor libdeflate = Compressions.of("libdeflate").newDecompressor();
    private final Decompressor jdk = Compressions.of("jdk").newDecompressor();
    private ByteBuf packet = Unpooled.EMPTY_BUFFER;

    /** Deflates the packets. */
    @Setup
    public void prepare() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        packet = Unpooled.directBuffer(packetBytes);
        for (int i = 0; i < STREAMS; i++) {
            byte[] stream = "text".equals(data)
                    ? ForwardedFrames.textStream(packetBytes, i)
                    : ForwardedFrames.chunkStream(packetBytes, i);
            streams[i] = Unpooled.directBuffer(stream.length).writeBytes(stream);
        }
    }

    /** Frees native memory. */
    @TearDown
    public void close() {
        inflater.end();
        libdeflate.close();
        jdk.close();
    }

    /**
     * Decodes the first byte.
     *
     * @return the sum of the ids
     */
    @Benchmark
    @OperationsPerInvocation(STREAMS)
    public int ownPeek() {
        int sum = 0;
        for (ByteBuf stream : streams) {
            head.begin(stream, 0, stream.writerIndex());
            sum += head.next();
        }
        return sum;
    }

    /**
     * Inflates five bytes.
     *
     * @return the sum of the ids
     * @throws DataFormatException if a stream is damaged
     */
    @Benchmark
    @OperationsPerInvocation(STREAMS)
    public int inflaterPeek() throws DataFormatException {
        int sum = 0;
        for (ByteBuf stream : streams) {
            inflater.setInput(stream.internalNioBuffer(0, stream.writerIndex()));
            inflater.inflate(id);
            sum += id[0];
            inflater.reset();
        }
        return sum;
    }

    /**
     * Inflates everything with libdeflate.
     *
     * @return the sum of the ids
     */
    @Benchmark
    @OperationsPerInvocation(STREAMS)
    public int wholeLibdeflate() {
        return whole(libdeflate);
    }

    /**
     * Inflates everything with the JDK's zlib.
     *
     * @return the sum of the ids
     */
    @Benchmark
    @OperationsPerInvocation(STREAMS)
    public int wholeJdk() {
        return whole(jdk);
    }

    private int whole(Decompressor decompressor) {
        int sum = 0;
        for (ByteBuf stream : streams) {
            decompressor.decompress(stream, packetBytes, packet.clear());
            sum += packet.getByte(0);
            stream.readerIndex(0);
        }
        return sum;
    }
}
