// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.SplittableRandom;

/** The bytes of clients that break the protocol. */
final class Faults {
    private static final int LEAST_HOST_CHARS = 1024;
    private static final int MOST_HOST_CHARS = 32_767;
    private static final int MOST_RANDOM_BYTES = 2048;
    private static final int VARINT_KINDS = 3;

    private Faults() {}

    /** A handshake, complete in itself, whose host is longer than any host may be; with a login start behind. */
    static ByteBuf hugeHost(Opening opening, SplittableRandom random) {
        int chars = random.nextInt(LEAST_HOST_CHARS, MOST_HOST_CHARS + 1);
        ByteBuf body = Unpooled.buffer();
        VarInts.write(body, Packets.FIRST_ID);
        VarInts.write(body, opening.protocol());
        WireStrings.write(body, "h".repeat(chars));
        body.writeShort(opening.port());
        VarInts.write(body, Packets.NEXT_LOGIN);
        ByteBuf out = Unpooled.buffer();
        Packets.writeFrame(out, body);
        Packets.writeLoginStart(out, opening.protocol(), random);
        return out;
    }

    /** A frame whose length is none: without end, negative, or beyond what any frame may have. */
    static ByteBuf falseVarInt(SplittableRandom random) {
        return switch (random.nextInt(VARINT_KINDS)) {
            case 0 -> Unpooled.wrappedBuffer(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
            case 1 -> negativeLength();
            default -> beyondLimit();
        };
    }

    private static ByteBuf negativeLength() {
        ByteBuf out = Unpooled.buffer();
        VarInts.write(out, -1);
        return out.writeByte(Packets.FIRST_ID);
    }

    private static ByteBuf beyondLimit() {
        ByteBuf out = Unpooled.buffer();
        VarInts.write(out, Integer.MAX_VALUE);
        return out.writeByte(Packets.FIRST_ID);
    }

    /** Any bytes. */
    static ByteBuf random(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(1, MOST_RANDOM_BYTES + 1)];
        random.nextBytes(bytes);
        return Unpooled.wrappedBuffer(bytes);
    }

    /** A good handshake, then any bytes instead of a status request or a login start. */
    static ByteBuf randomAfterHandshake(Opening opening, SplittableRandom random) {
        ByteBuf out = Unpooled.buffer();
        Packets.writeHandshake(out, opening, random.nextBoolean() ? Packets.NEXT_STATUS : Packets.NEXT_LOGIN);
        return out.writeBytes(random(random));
    }

    /** The whole beginning of a good login, for those who send it badly. */
    static ByteBuf goodLogin(Opening opening, SplittableRandom random) {
        ByteBuf out = Unpooled.buffer();
        Packets.writeHandshake(out, opening, Packets.NEXT_LOGIN);
        Packets.writeLoginStart(out, opening.protocol(), random);
        return out;
    }
}
