// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A server in offline mode that compresses. It checks each player's messages and answers each with one of its own. Where the host
 * begins with {@code velocity} it asks the proxy who the player is.
 */
final class GameBackend implements AutoCloseable {
    static final int THRESHOLD = 200;

    private static final int LOGIN_SUCCESS = 2;
    private static final int SET_COMPRESSION = 3;
    private static final int PLUGIN_REQUEST = 4;

    private final ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final Map<String, GameSession> sessions = new ConcurrentHashMap<>();
    private final GameIds ids;
    private final Consumer<Throwable> failed;

    GameBackend(GameIds ids, Consumer<Throwable> failed) throws IOException {
        this.ids = ids;
        this.failed = failed;
        Thread.ofVirtual().start(this::acceptAll);
    }

    int port() {
        return listener.getLocalPort();
    }

    void expect(GameSession session) {
        sessions.put(session.name(), session);
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket accepted = listener.accept();
                Thread.ofVirtual().start(() -> serve(accepted));
            } catch (IOException e) {
                failed.accept(e);
            }
        }
    }

    private void serve(Socket accepted) {
        try (PacketSocket client = new PacketSocket(accepted)) {
            accepted.setTcpNoDelay(true);
            play(client, logIn(client));
        } catch (IOException | RuntimeException e) {
            failed.accept(e);
        }
    }

    private GameSession logIn(PacketSocket client) throws IOException {
        DataInputStream handshake = fields(client.read());
        MinecraftClient.readVarInt(handshake);
        String host = string(handshake);
        GameSession session = sessions.get(string(fields(client.read())));
        if (host.startsWith("velocity")) {
            askForIdentity(client);
        }
        ByteArrayOutputStream compression = new ByteArrayOutputStream();
        PacketSocket.writeVarInt(compression, THRESHOLD);
        client.write(SET_COMPRESSION, compression.toByteArray());
        client.compress(THRESHOLD);
        ByteArrayOutputStream success = new ByteArrayOutputStream();
        success.writeBytes(new byte[16]);
        PacketSocket.writeString(success, session.name());
        PacketSocket.writeVarInt(success, 0);
        client.write(LOGIN_SUCCESS, success.toByteArray());
        client.read();
        client.write(ids.finish(), new byte[0]);
        while (client.read().id() != ids.finished()) {
            // Clients say more than that while they are configured.
        }
        return session;
    }

    /** The version of the answer is left open; what it says is checked in another ring. */
    private static void askForIdentity(PacketSocket client) throws IOException {
        ByteArrayOutputStream question = new ByteArrayOutputStream();
        PacketSocket.writeVarInt(question, 7);
        PacketSocket.writeString(question, "velocity:player_info");
        client.write(PLUGIN_REQUEST, question.toByteArray());
        DataInputStream answer = fields(client.read());
        if (MinecraftClient.readVarInt(answer) != 7 || !answer.readBoolean()) {
            throw new IOException("the proxy does not say who the player is");
        }
    }

    private void play(PacketSocket client, GameSession session) throws IOException {
        long sent = 0;
        while (!listener.isClosed()) {
            PacketSocket.Packet packet = client.read();
            if (packet.id() == ids.toServer()) {
                Message message = Message.read(packet.fields());
                session.serverGot(message);
                if (message.number() != Message.QUESTION) {
                    client.write(ids.toClient(), new Message(sent++, 0).fields());
                }
            }
        }
    }

    private static DataInputStream fields(PacketSocket.Packet packet) {
        return new DataInputStream(new ByteArrayInputStream(packet.fields()));
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(in.readNBytes(MinecraftClient.readVarInt(in)), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
