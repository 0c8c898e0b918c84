// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * A player and a server of 1.21.1 on both sides of the proxy, from the login start until the first packets of the game. The
 * bytes are those of the protocol; what the proxy makes of them is not looked at.
 */
final class TrainingGame {
    /** 1.21 and 1.21.1: login, configuration and play, as in all versions since 1.20.2. */
    static final int PROTOCOL = 767;

    private static final int UUID_BYTES = 16;
    private static final int THRESHOLD = 256;
    private static final int CHUNK_BYTES = 16 * 1024;

    private static final byte LOGIN_START = 0;
    private static final byte LOGIN_SUCCESS = 2;
    private static final byte SET_COMPRESSION = 3;
    private static final byte LOGIN_ACKNOWLEDGED = 3;
    private static final byte FINISH_CONFIGURATION = 3;
    private static final byte DECLARE_COMMANDS = 0x11;
    private static final byte CHUNK = 0x27;

    private final Socket client;
    private final Socket server;

    TrainingGame(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    /** What the client sends behind its handshake. */
    static byte[] loginStart(String player) {
        return frame(packet(LOGIN_START, text(player), new byte[UUID_BYTES]));
    }

    /** Plays until the game has begun; the server has not read anything yet. */
    void play(String player) throws IOException {
        receive(server);
        receive(server);
        server.getOutputStream().write(frame(packet(SET_COMPRESSION, varInt(THRESHOLD))));
        // No properties, and no strict handling of errors.
        pass(server, client, packet(LOGIN_SUCCESS, new byte[UUID_BYTES], text(player), new byte[2]));
        receive(client);
        pass(client, server, packet(LOGIN_ACKNOWLEDGED));
        pass(server, client, packet(FINISH_CONFIGURATION));
        pass(client, server, packet(FINISH_CONFIGURATION));
        // One node, the root, without children.
        pass(server, client, packet(DECLARE_COMMANDS, new byte[] {1, 0, 0, 0}));
        pass(server, client, packet(CHUNK, new byte[CHUNK_BYTES]));
    }

    private static void pass(Socket from, Socket to, byte[] packet) throws IOException {
        from.getOutputStream().write(compressible(packet));
        receive(to);
    }

    /** Reads a frame. */
    private static void receive(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        in.skipNBytes(readVarInt(in));
    }

    private static int readVarInt(DataInputStream in) throws IOException {
        int value = 0;
        int shift = 0;
        byte part;
        do {
            part = in.readByte();
            value |= (part & 0x7F) << shift;
            shift += 7;
        } while (part < 0);
        return value;
    }

    private static byte[] packet(byte id, byte[]... fields) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(id);
        for (byte[] field : fields) {
            packet.writeBytes(field);
        }
        return packet.toByteArray();
    }

    /** A frame of a connection that compresses. */
    private static byte[] compressible(byte[] packet) {
        return packet.length < THRESHOLD ? frame(varInt(0), packet) : frame(varInt(packet.length), deflated(packet));
    }

    private static byte[] deflated(byte[] packet) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(packet);
            deflater.finish();
            byte[] out = new byte[packet.length];
            return Arrays.copyOf(out, deflater.deflate(out));
        }
    }

    private static byte[] frame(byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(varInt(body.size()));
        frame.writeBytes(body.toByteArray());
        return frame.toByteArray();
    }

    private static byte[] text(String words) {
        byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(varInt(bytes.length));
        text.writeBytes(bytes);
        return text.toByteArray();
    }

    static byte[] varInt(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = value;
        while (rest >>> 7 != 0) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        return out.toByteArray();
    }
}
