// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The few packets that the tests send themselves. */
final class MinecraftClient {
    static final int TIMEOUT_MILLIS = 20_000;

    private static final int PROTOCOL = 47;
    private static final int STATUS = 1;
    private static final int LOGIN = 2;

    private MinecraftClient() {}

    /** The JSON that the proxy answers. */
    static String ping(int port, String host) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(handshake(host, port, STATUS));
            socket.getOutputStream().write(new byte[] {1, 0});
            DataInputStream in = new DataInputStream(socket.getInputStream());
            readVarInt(in);
            readVarInt(in);
            return new String(in.readNBytes(readVarInt(in)), StandardCharsets.UTF_8);
        }
    }

    /** A connection whose login start is on its way. */
    static Socket login(int port, String host, String name) throws IOException {
        Socket socket = connect(port);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(handshake(host, port, LOGIN));
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        both.write(bytes.length + 2);
        both.write(0);
        both.write(bytes.length);
        both.write(bytes);
        socket.getOutputStream().write(both.toByteArray());
        return socket;
    }

    /** The JSON of the text that refuses a login. */
    static String refusal(int port, String host) throws IOException {
        try (Socket socket = login(port, host, "refused")) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            readVarInt(in);
            readVarInt(in);
            return new String(in.readNBytes(readVarInt(in)), StandardCharsets.UTF_8);
        }
    }

    /** Reads handshake and login start, as a backend does. */
    static void readPreamble(DataInputStream in) throws IOException {
        in.readNBytes(readVarInt(in));
        in.readNBytes(readVarInt(in));
    }

    static String readString(DataInputStream in) throws IOException {
        return new String(in.readNBytes(readVarInt(in)), StandardCharsets.UTF_8);
    }

    static int readVarInt(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte next = in.readByte();
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("VarInt too long");
    }

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static byte[] handshake(String host, int port, int nextState) throws IOException {
        byte[] name = host.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(name.length + 6);
        out.write(0);
        out.write(PROTOCOL);
        out.write(name.length);
        out.write(name);
        out.writeShort(port);
        out.write(nextState);
        return bytes.toByteArray();
    }
}
