// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Frames as peers send them, made without the code that is tested. */
final class TestFrames {
    private TestFrames() {}

    static byte[] plain(byte... packet) {
        ByteBuf frame = Unpooled.buffer();
        VarInts.write(frame, packet.length);
        return ByteBufUtil.getBytes(frame.writeBytes(packet));
    }

    static byte[] belowThreshold(byte... packet) {
        return plain(concat(new byte[1], packet));
    }

    static byte[] compressed(byte... packet) {
        return claiming(packet.length, packet);
    }

    /** A compressed packet that says it has so many bytes. */
    static byte[] claiming(int size, byte... packet) {
        ByteBuf length = Unpooled.buffer();
        VarInts.write(length, size);
        return plain(concat(ByteBufUtil.getBytes(length), deflated(packet)));
    }

    static byte[] concat(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static byte[] deflated(byte[] packet) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(packet);
            deflater.finish();
            byte[] some = new byte[1000];
            while (!deflater.finished()) {
                all.write(some, 0, deflater.deflate(some));
            }
        }
        return all.toByteArray();
    }
}
