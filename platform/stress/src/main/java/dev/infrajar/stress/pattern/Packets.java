// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.SplittableRandom;

/** Packets of a client, as whole frames. Source: the protocol since 1.7.2; the login start changed three times. */
final class Packets {
    /** Handshake, status request, login start; and the answers to the two. */
    static final int FIRST_ID = 0;

    /** Ping of a status connection, and its answer. */
    static final int PING_ID = 1;

    static final int NEXT_STATUS = 1;
    static final int NEXT_LOGIN = 2;

    /** 1.19: a key may follow the name. */
    private static final int WITH_KEY = 759;

    /** 1.19.1: a UUID may follow. */
    private static final int WITH_OPTIONAL_UUID = 760;

    /** 1.19.3: the key is gone. */
    private static final int WITHOUT_KEY = 761;

    /** 1.20.2: the UUID always follows. */
    private static final int WITH_UUID = 764;

    /** Names have at most 16 characters; so many random ones follow the prefix. */
    private static final int NAME_DIGITS = 9;

    private static final int NAME_RADIX = 36;

    private Packets() {}

    static void writeHandshake(ByteBuf out, Opening opening, int next) {
        ByteBuf body = Unpooled.buffer();
        VarInts.write(body, FIRST_ID);
        VarInts.write(body, opening.protocol());
        WireStrings.write(body, opening.host());
        body.writeShort(opening.port());
        VarInts.write(body, next);
        writeFrame(out, body);
    }

    static void writeStatusRequest(ByteBuf out) {
        writeFrame(out, Unpooled.buffer(1).writeByte(FIRST_ID));
    }

    static void writePing(ByteBuf out, long token) {
        writeFrame(out, Unpooled.buffer().writeByte(PING_ID).writeLong(token));
    }

    /** The login start of a player of any name and UUID. */
    static void writeLoginStart(ByteBuf out, int protocol, SplittableRandom random) {
        ByteBuf body = Unpooled.buffer();
        VarInts.write(body, FIRST_ID);
        WireStrings.write(body, name(random));
        if (protocol >= WITH_KEY && protocol < WITHOUT_KEY) {
            body.writeBoolean(false);
        }
        if (protocol >= WITH_OPTIONAL_UUID && protocol < WITH_UUID) {
            body.writeBoolean(true);
        }
        if (protocol >= WITH_OPTIONAL_UUID) {
            body.writeLong(random.nextLong()).writeLong(random.nextLong());
        }
        writeFrame(out, body);
    }

    static void writeFrame(ByteBuf out, ByteBuf body) {
        VarInts.write(out, body.readableBytes());
        out.writeBytes(body);
    }

    private static String name(SplittableRandom random) {
        StringBuilder name = new StringBuilder("stress_");
        for (int i = 0; i < NAME_DIGITS; i++) {
            name.append(Character.forDigit(random.nextInt(NAME_RADIX), NAME_RADIX));
        }
        return name.toString();
    }
}
