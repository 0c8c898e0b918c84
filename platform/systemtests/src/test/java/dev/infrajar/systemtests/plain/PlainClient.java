// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plain;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that writes what a test wants and reads what comes. Reads end after {@value #READ_LIMIT_MS} ms. */
public final class PlainClient implements AutoCloseable {
    /** The protocol number these clients name: 1.16.5. */
    public static final int PROTOCOL = 754;

    private static final int READ_LIMIT_MS = 20_000;

    private final Socket socket;
    private final DataInputStream in;

    private PlainClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_LIMIT_MS);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /**
     * Connects to the loopback address.
     *
     * @param port the port
     * @return connected, nothing sent
     */
    public static PlainClient connect(int port) {
        try {
            return new PlainClient(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException failed) {
            throw new UncheckedIOException("no connection to port " + port, failed);
        }
    }

    /**
     * Connects to the loopback address from another of this machine's.
     *
     * @param from a literal; on Linux all of {@code 127.0.0.0/8} are
     * @param port the port
     * @return connected, nothing sent
     */
    public static PlainClient connectFrom(String from, int port) {
        try {
            return new PlainClient(new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.ofLiteral(from), 0));
        } catch (IOException failed) {
            throw new UncheckedIOException("no connection from " + from + " to port " + port, failed);
        }
    }

    /**
     * Connects and asks to join.
     *
     * @param port the port
     * @param host the host of the handshake
     * @param name the player
     * @return connected, handshake and login start sent in one segment
     */
    public static PlainClient join(int port, String host, String name) {
        return connect(port).join(host, name);
    }

    /**
     * Asks to join.
     *
     * @param host the host of the handshake
     * @param name the player
     * @return this, handshake and login start sent in one segment
     */
    public PlainClient join(String host, String name) {
        return send(new Bytes()
                .raw(Bytes.handshake(PROTOCOL, host, socket.getPort(), 2))
                .raw(Bytes.loginStart(name))
                .toArray());
    }

    /**
     * Asks for the server list entry, and waits for it or for the end of the connection.
     *
     * @param host the host of the handshake
     * @return whether there was an answer
     */
    public boolean isPingAnswered(String host) {
        send(new Bytes()
                .raw(Bytes.handshake(PROTOCOL, host, socket.getPort(), 1))
                .raw(new Bytes().varInt(0).frame())
                .toArray());
        try {
            return in.read() != -1;
        } catch (SocketException reset) {
            return false;
        } catch (IOException failed) {
            throw new AssertionError("neither an answer nor the end", failed);
        }
    }

    /**
     * Asks for the server list entry and for a pong, in one segment.
     *
     * @param port the port
     * @param host the host of the handshake
     * @return the answer
     */
    public static JsonObject status(int port, String host) {
        return status(port, host, PROTOCOL);
    }

    /**
     * Asks as a client of another version.
     *
     * @param port the port
     * @param host the host of the handshake
     * @param protocol the protocol number of the handshake
     * @return the answer
     */
    public static JsonObject status(int port, String host, int protocol) {
        long token = 0x0123_4567_89AB_CDEFL;
        try (var client = connect(port)) {
            client.send(new Bytes()
                    .raw(Bytes.handshake(protocol, host, port, 1))
                    .raw(new Bytes().varInt(0).frame())
                    .raw(new Bytes().varInt(1).i64(token).frame())
                    .toArray());
            JsonObject answer = JsonParser.parseString(client.readText()).getAsJsonObject();
            client.readPong(token);
            return answer;
        }
    }

    /**
     * The text of the server list entry.
     *
     * @param port the port
     * @param host the host of the handshake
     * @return without style
     */
    public static String motd(int port, String host) {
        return Texts.plain(status(port, host).get("description"));
    }

    /**
     * Asks in a form from before 1.7.
     *
     * @param port the port
     * @param question the bytes that are sent
     * @return the text of the kick that is the answer
     */
    public static String legacyPing(int port, byte... question) {
        try (var client = connect(port)) {
            return client.send(question).readLegacyKick();
        }
    }

    /**
     * The port on this side.
     *
     * @return 1..65535
     */
    public int localPort() {
        return socket.getLocalPort();
    }

    /**
     * Sends bytes.
     *
     * @param bytes any
     * @return this
     */
    public PlainClient send(byte... bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Closes this side: nothing more is sent, what comes can still be read.
     *
     * @return this
     */
    public PlainClient endOutput() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Sends a text and waits for the same text.
     *
     * @param text any
     * @return what came back
     */
    public String echo(String text) {
        byte[] sent = text.getBytes(StandardCharsets.UTF_8);
        send(sent);
        return read(sent.length);
    }

    /**
     * Waits for bytes.
     *
     * @param count how many
     * @return read as UTF-8
     */
    public String read(int count) {
        try {
            byte[] bytes = new byte[count];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Waits for a packet, whatever it says.
     *
     * @param id its number; another is an error
     */
    public void awaitPacket(int id) {
        try {
            int came = Bytes.readVarInt(readPacket());
            if (came != id) {
                throw new AssertionError("packet " + came + " instead of " + id);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Waits for the packet that refuses a login, and for the end of the connection behind it.
     *
     * @return its text without style
     */
    public String awaitRefusal() {
        String text = Texts.plain(JsonParser.parseString(readText()));
        awaitClosed();
        return text;
    }

    /**
     * Waits for the answer to a status request.
     *
     * @return the text of the server list entry, without style
     */
    public String readMotd() {
        return Texts.plain(JsonParser.parseString(readText()).getAsJsonObject().get("description"));
    }

    /**
     * Waits until the other side closes, without having sent anything more.
     *
     * @throws AssertionError if more bytes come or the connection stays
     */
    public void awaitClosed() {
        try {
            int next = in.read();
            if (next != -1) {
                throw new AssertionError("more bytes instead of the end, the first is " + next);
            }
        } catch (SocketException reset) {
            // Closed with our bytes unread: the end as well.
        } catch (IOException failed) {
            throw new AssertionError("the connection stays open", failed);
        }
    }

    /**
     * Sends a byte unless the other side has closed.
     *
     * @param next the byte
     * @return whether it has closed
     */
    public boolean isCutBefore(byte next) {
        try {
            socket.setSoTimeout(1);
            if (in.read() == -1) {
                return true;
            }
            throw new AssertionError("an answer to half a question");
        } catch (SocketTimeoutException open) {
            return isCutWhenSending(next);
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean isCutWhenSending(byte next) {
        try {
            socket.getOutputStream().write(next);
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Reads a packet with id 0 and one text: the status answer and the refused login have this form. */
    private String readText() {
        try {
            var packet = readPacket();
            int id = Bytes.readVarInt(packet);
            if (id != 0) {
                throw new AssertionError("packet " + id + " instead of a text");
            }
            return Bytes.readString(packet);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Waits for the answer to the ping that follows a status request.
     *
     * @param token what the ping carried
     * @throws AssertionError if another packet comes
     */
    public void readPong(long token) {
        try {
            var packet = readPacket();
            if (Bytes.readVarInt(packet) != 1 || packet.readLong() != token) {
                throw new AssertionError("another packet instead of the pong");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private DataInputStream readPacket() throws IOException {
        byte[] packet = new byte[Bytes.readVarInt(in)];
        in.readFully(packet);
        return new DataInputStream(new ByteArrayInputStream(packet));
    }

    private String readLegacyKick() {
        try {
            int id = in.readUnsignedByte();
            if (id != 0xFF) {
                throw new AssertionError("packet " + id + " instead of a kick");
            }
            byte[] text = new byte[in.readUnsignedShort() * 2];
            in.readFully(text);
            return new String(text, StandardCharsets.UTF_16BE);
        } catch (EOFException closed) {
            throw new AssertionError("closed instead of a kick", closed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
