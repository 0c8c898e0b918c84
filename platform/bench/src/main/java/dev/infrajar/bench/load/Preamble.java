// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ScatteringByteChannel;

/** The first bytes of a Minecraft connection, written as a client of protocol 775 (26.1) does. */
public final class Preamble {
    /** 26.1; from 764 on the login start ends with a UUID and nothing else. */
    public static final int PROTOCOL = 775;

    private static final int PACKET_ID = 0;
    private static final int PORT = 25565;
    private static final int NEXT_STATUS = 1;
    private static final int NEXT_LOGIN = 2;
    private static final String PLAYER = "bench";
    private static final int MAX_STATUS_CHARS = 32_767;

    private Preamble() {}

    /** Handshake and login start, then the order. */
    static ByteBuf login(String host, Order order) {
        ByteBuf out = login(host, PLAYER);
        order.write(out);
        return out;
    }

    /**
     * Handshake and login start.
     *
     * @param host what the handshake names
     * @param player at most 16 characters
     */
    public static ByteBuf login(String host, String player) {
        ByteBuf out = Unpooled.buffer();
        writeFrame(out, handshake(host, NEXT_LOGIN));
        writeFrame(out, loginStart(player));
        return out;
    }

    /** Handshake and status request. */
    static ByteBuf status(String host) {
        ByteBuf out = Unpooled.buffer();
        writeFrame(out, handshake(host, NEXT_STATUS));
        writeFrame(out, Unpooled.buffer().writeByte(PACKET_ID));
        return out;
    }

    /**
     * Takes handshake, login start and order from a connection, and not one byte more.
     *
     * @throws EOFException if the connection ends before them
     */
    static Order readLogin(ScatteringByteChannel from) throws IOException {
        readFrame(from);
        readFrame(from);
        return Order.read(readExactly(from, Order.ENCODED_BYTES));
    }

    /**
     * Takes the answer to a status request.
     *
     * @return its JSON text
     * @throws IOException if the connection ends before it, or it is another packet
     */
    static String readStatus(ScatteringByteChannel from) throws IOException {
        ByteBuf body = readFrame(from);
        int id = VarInts.read(body);
        if (id != PACKET_ID) {
            throw new IOException("packet " + id + " came instead of a status answer");
        }
        return WireStrings.read(body, MAX_STATUS_CHARS);
    }

    private static ByteBuf readFrame(ScatteringByteChannel from) throws IOException {
        ByteBuf length = Unpooled.buffer(VarInts.MAX_BYTES);
        do {
            length.writeBytes(readExactly(from, 1));
        } while (length.getByte(length.writerIndex() - 1) < 0);
        return readExactly(from, VarInts.read(length));
    }

    private static ByteBuf readExactly(ScatteringByteChannel from, int bytes) throws IOException {
        ByteBuf in = Unpooled.buffer(bytes, bytes);
        while (in.isWritable()) {
            if (in.writeBytes(from, in.writableBytes()) < 0) {
                throw new EOFException("the connection ended within the first packets");
            }
        }
        return in;
    }

    private static ByteBuf handshake(String host, int nextState) {
        ByteBuf out = Unpooled.buffer();
        VarInts.write(out, PACKET_ID);
        VarInts.write(out, PROTOCOL);
        WireStrings.write(out, host);
        out.writeShort(PORT);
        VarInts.write(out, nextState);
        return out;
    }

    private static ByteBuf loginStart(String player) {
        ByteBuf out = Unpooled.buffer();
        VarInts.write(out, PACKET_ID);
        WireStrings.write(out, player);
        return out.writeLong(0).writeLong(1);
    }

    private static void writeFrame(ByteBuf out, ByteBuf body) {
        VarInts.write(out, body.readableBytes());
        out.writeBytes(body);
    }
}
