// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.Compressor;
import dev.infrajar.net.compression.Decompressor;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every compression must do; each implementation extends this with its own factory. */
public abstract class CompressionContract {
    private static final ByteBufAllocator POOL = PooledByteBufAllocator.DEFAULT;

    private Compressor compressor;
    private Decompressor decompressor;

    /**
     * The implementation.
     *
     * @return a factory of the kind that is tested
     */
    protected abstract CompressionFactory factory();

    @BeforeEach
    void make() {
        compressor = factory().newCompressor();
        decompressor = factory().newDecompressor();
    }

    @AfterEach
    void close() {
        compressor.close();
        decompressor.close();
    }

    private static byte[] sample(int size) {
        byte[] bytes = new byte[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : i >> 4);
        }
        return bytes;
    }

    private byte[] compressed(byte[] plain) {
        ByteBuf in = POOL.directBuffer(Math.max(plain.length, 1)).writeBytes(plain);
        ByteBuf out = POOL.directBuffer();
        try {
            compressor.compress(in, out);
            assertThat(in.isReadable()).isFalse();
            byte[] bytes = new byte[out.readableBytes()];
            out.readBytes(bytes);
            return bytes;
        } finally {
            in.release();
            out.release();
        }
    }

    private byte[] decompressed(byte[] stream, int size) {
        return decompressed(POOL.directBuffer(Math.max(stream.length, 1)).writeBytes(stream), size);
    }

    private byte[] decompressed(ByteBuf in, int size) {
        ByteBuf out = POOL.directBuffer(16).writeByte('!');
        try {
            decompressor.decompress(in, size, out);
            assertThat(in.isReadable()).isFalse();
            assertThat(out.readByte()).isEqualTo((byte) '!');
            byte[] bytes = new byte[out.readableBytes()];
            out.readBytes(bytes);
            return bytes;
        } finally {
            in.release();
            out.release();
        }
    }

    private void assertRefused(byte[] stream, int size) {
        ByteBuf in = Unpooled.wrappedBuffer(stream);
        ByteBuf out = POOL.directBuffer(16).writeByte('!');
        try {
            assertThatExceptionOfType(WireException.class)
                    .isThrownBy(() -> decompressor.decompress(in, size, out))
                    .isSameAs(WireException.BAD_COMPRESSION);
            assertThat(in.isReadable()).isFalse();
            assertThat(out.readableBytes()).isEqualTo(1);
            assertThat(out.capacity()).isLessThan(2 * size + 4096);
        } finally {
            in.release();
            out.release();
        }
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        byte[] out = new byte[plain.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    @Test
    void zlibReadsWhatItWrites() throws DataFormatException {
        for (int size : new int[] {0, 1, 255, 256, 8_192, 300_000}) {
            byte[] plain = sample(size);
            byte[] stream = compressed(plain);
            Inflater inflater = new Inflater();
            inflater.setInput(stream);
            byte[] back = new byte[size];
            assertThat(inflater.inflate(back)).isEqualTo(size);
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            inflater.end();
            assertThat(back).isEqualTo(plain);
        }
    }

    @Test
    void readsWhatZlibWrites() {
        for (int size : new int[] {0, 1, 255, 256, 8_192, 300_000}) {
            byte[] plain = sample(size);
            assertThat(decompressed(deflated(plain), size)).isEqualTo(plain);
        }
    }

    @Test
    void takesBytesThatDoNotCompress() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);

        assertThat(decompressed(compressed(noise), noise.length)).isEqualTo(noise);
    }

    @Test
    void takesHeapBuffersAndBuffersInPieces() {
        byte[] plain = sample(20_000);
        byte[] stream = deflated(plain);
        assertThat(decompressed(Unpooled.wrappedBuffer(stream), plain.length)).isEqualTo(plain);
        ByteBuf pieces = Unpooled.wrappedBuffer(
                Unpooled.copiedBuffer(stream, 0, 100),
                Unpooled.directBuffer().writeBytes(stream, 100, 1),
                Unpooled.copiedBuffer(stream, 101, stream.length - 101));
        assertThat(decompressed(pieces, plain.length)).isEqualTo(plain);
        ByteBuf out = Unpooled.buffer();
        ByteBuf in = Unpooled.wrappedBuffer(
                Unpooled.copiedBuffer(plain, 0, 7_000), Unpooled.copiedBuffer(plain, 7_000, 13_000));
        compressor.compress(in, out);
        assertThat(decompressed(out, plain.length)).isEqualTo(plain);
        in.release();
    }

    @Test
    void writesBehindWhatTheBufferHolds() {
        ByteBuf out = POOL.directBuffer(3).writeBytes("abc".getBytes(StandardCharsets.US_ASCII));
        ByteBuf in = Unpooled.wrappedBuffer(sample(5_000));
        compressor.compress(in, out);
        assertThat(out.readCharSequence(3, StandardCharsets.US_ASCII)).hasToString("abc");
        assertThat(decompressed(out, 5_000)).isEqualTo(sample(5_000));
        in.release();
    }

    @Test
    void refusesAStreamThatHoldsMoreThanItSays() {
        assertRefused(deflated(sample(5_000)), 4_999);
        assertRefused(deflated(new byte[8 << 20]), 256);
        assertRefused(deflated(sample(10)), 0);
    }

    @Test
    void refusesAStreamThatHoldsLessThanItSays() {
        assertRefused(deflated(sample(5_000)), 5_001);
        assertRefused(deflated(new byte[0]), 1);
    }

    @Test
    void refusesAStreamThatEndsEarly() {
        byte[] stream = deflated(sample(2_000));
        for (int length = 0; length < stream.length; length++) {
            assertRefused(Arrays.copyOf(stream, length), 2_000);
        }
    }

    @Test
    void refusesNoiseAndGoesOnWorking() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertRefused(noise, 1_000);
        }
        assertThat(decompressed(deflated(sample(1_000)), 1_000)).isEqualTo(sample(1_000));
    }

    @Test
    void refusesADamagedChecksum() {
        byte[] stream = deflated(sample(1_000));
        stream[stream.length - 1] ^= 1;
        assertRefused(stream, 1_000);
    }

    @Test
    void closesTwice() {
        Compressor other = factory().newCompressor();
        other.close();
        other.close();
        Decompressor another = factory().newDecompressor();
        another.close();
        another.close();
    }

    @Test
    void allocatesNothingForAPacket() {
        // Leak detection wraps each buffer and notes each use of it.
        ByteBufAllocator plainBuffers = new UnpooledByteBufAllocator(true, true);
        ByteBuf plain = plainBuffers.directBuffer().writeBytes(sample(8_192));
        ByteBuf stream = plainBuffers.directBuffer(16_384);
        ByteBuf back = plainBuffers.directBuffer(16_384);
        AllocationMeter meter = new AllocationMeter(Thread.currentThread().threadId());
        int rounds = 500;

        double bytes = meter.bytesPerChunk(
                () -> {
                    for (int i = 0; i < rounds; i++) {
                        compressor.compress(plain.readerIndex(0), stream.clear());
                        decompressor.decompress(stream, 8_192, back.clear());
                    }
                },
                rounds,
                allowedBytes());

        assertThat(bytes).isLessThan(allowedBytes());
        plain.release();
        stream.release();
        back.release();
    }

    /**
     * The bytes on the heap that one packet there and back may take.
     *
     * @return the JDK's classes make small objects of their own
     */
    protected double allowedBytes() {
        return AllocationMeter.NOTHING;
    }
}
