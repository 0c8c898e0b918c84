// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Frames as peers write and read them, strictly: written for tests, without anything of what is tested. */
final class FrameBytes {
    private FrameBytes() {}

    /** A packet in the frame that a peer of this threshold would send; negative: one that does not compress. */
    static byte[] frame(byte[] packet, int threshold) {
        if (threshold < 0) {
            return withLength(packet);
        }
        return packet.length >= threshold ? compressed(packet, packet.length) : withLength(concat(varInt(0), packet));
    }

    /** A compressed frame that claims any size. */
    static byte[] compressed(byte[] packet, int claimedBytes) {
        return withLength(concat(varInt(claimedBytes), ZlibCompression.deflate(packet)));
    }

    /** A body behind its length. */
    static byte[] withLength(byte[] body) {
        return concat(varInt(body.length), body);
    }

    /** The packets of a stream, read as a vanilla peer of this threshold reads them: anything wrong is an error. */
    static List<byte[]> packets(byte[] stream, int threshold) {
        List<byte[]> packets = new ArrayList<>();
        ByteBuf in = Unpooled.wrappedBuffer(stream);
        while (in.isReadable()) {
            ByteBuf body = in.readSlice(VarInts.read(in));
            packets.add(threshold < 0 ? rest(body) : packet(body, threshold));
        }
        return packets;
    }

    private static byte[] packet(ByteBuf body, int threshold) {
        int size = VarInts.read(body);
        if (size == 0) {
            return rest(body);
        }
        if (size < threshold) {
            throw new AssertionError("a packet of " + size + " bytes is below the threshold of " + threshold);
        }
        return ZlibCompression.inflate(rest(body), size);
    }

    /** An id and random fields that compress about to a third. */
    static byte[] packet(int id, int fieldBytes, Random random) {
        byte[] fields = new byte[fieldBytes];
        for (int i = 0; i < fieldBytes; i++) {
            fields[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : i >> 5);
        }
        return concat(varInt(id), fields);
    }

    /** A VarInt in its shortest form. */
    static byte[] varInt(int value) {
        ByteBuf out = Unpooled.buffer(VarInts.MAX_BYTES);
        VarInts.write(out, value);
        return rest(out);
    }

    /** One after the other. */
    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The readable bytes; they are read. */
    static byte[] rest(ByteBuf in) {
        byte[] bytes = new byte[in.readableBytes()];
        in.readBytes(bytes);
        return bytes;
    }
}
