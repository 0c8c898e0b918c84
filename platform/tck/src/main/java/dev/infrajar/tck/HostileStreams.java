// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.Decompressor;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Any bytes as a compressed packet that claims any size, for the fuzz test of a decompressor: they are refused, or become what the JDK's
 * {@link Inflater} makes of them, and nothing is written behind the size.
 *
 * <p>The first byte says by how many bits the second is shifted to become the size (0 to 15) and in which kind of memory it all is, the
 * rest is the stream.
 */
public final class HostileStreams {
    private static final int MAX_SIZE = 255 << 15;
    private static final int BEHIND = 64;
    private static final byte UNTOUCHED = 0x5A;

    private final Decompressor decompressor;
    private final ByteBuf[] outs = {Unpooled.directBuffer(MAX_SIZE + BEHIND), Unpooled.buffer(MAX_SIZE + BEHIND)};

    /**
     * Makes one decompressor, which takes one stream after the other.
     *
     * @param factory is tested
     */
    public HostileStreams(CompressionFactory factory) {
        decompressor = factory.newDecompressor();
    }

    /**
     * A stream as {@link #check} takes it.
     *
     * @param shift of the size, 0 to 15
     * @param size 0 to 255, before it is shifted
     * @param stream what the peer sends
     * @return the input
     */
    public static byte[] input(int shift, int size, byte[] stream) {
        return FrameBytes.concat(new byte[] {(byte) shift, (byte) size}, stream);
    }

    /**
     * A sound stream that says its size.
     *
     * @param plain at most 255 bytes
     * @return the input
     */
    public static byte[] sound(byte[] plain) {
        return input(0, plain.length, ZlibCompression.deflate(plain));
    }

    /**
     * Lets it be decompressed.
     *
     * @param input as above
     */
    public void check(byte[] input) {
        if (input.length < 2) {
            return;
        }
        int size = (input[1] & 0xFF) << (input[0] & 0xF);
        byte[] stream = Arrays.copyOfRange(input, 2, input.length);
        ByteBuf out = outs[input[0] >> 4 & 1].clear();
        ByteBuf in = buffer(input[0] >> 5 & 3, stream);
        out.setBytes(size, untouched());
        try {
            decompressor.decompress(in, size, out);
            assertThat(out.readableBytes()).isEqualTo(size);
            assertThat(FrameBytes.rest(out)).isEqualTo(inflated(stream, size));
        } catch (WireException e) {
            assertThat(e).isSameAs(WireException.BAD_COMPRESSION);
            assertThat(out.writerIndex()).isZero();
        }
        assertThat(in.isReadable()).isFalse();
        in.release();
        byte[] behind = new byte[BEHIND];
        out.getBytes(size, behind);
        assertThat(behind).isEqualTo(untouched());
    }

    private static byte[] untouched() {
        byte[] bytes = new byte[BEHIND];
        Arrays.fill(bytes, UNTOUCHED);
        return bytes;
    }

    private static ByteBuf buffer(int kind, byte[] stream) {
        int half = stream.length / 2;
        return switch (kind) {
            case 0 -> Unpooled.directBuffer(Math.max(1, stream.length)).writeBytes(stream);
            case 1 -> Unpooled.wrappedBuffer(stream);
            default ->
                Unpooled.wrappedBuffer(
                        Unpooled.directBuffer(half + 1).writeBytes(stream, 0, half),
                        Unpooled.copiedBuffer(stream, half, stream.length - half));
        };
    }

    private static byte @Nullable [] inflated(byte[] stream, int size) {
        Inflater inflater = new Inflater();
        byte[] out = new byte[size + 1];
        inflater.setInput(stream);
        try {
            return inflater.inflate(out) == size ? Arrays.copyOf(out, size) : null;
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
