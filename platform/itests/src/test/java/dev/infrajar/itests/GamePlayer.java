// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;

/** A player that joins and then sends checked messages without a pause, a few at a time. */
final class GamePlayer implements AutoCloseable {
    private static final int DISCONNECT = 0;
    private static final int ENCRYPTION = 1;
    private static final int LOGIN_SUCCESS = 2;
    private static final int SET_COMPRESSION = 3;
    private static final int LOGIN_ACKNOWLEDGED = 3;
    private static final int MAX_BURST = 6;
    private static final int LOGIN = 2;

    private final GameIds ids;
    private final GameSession session;
    private final PacketSocket server;
    private final Random random;
    private long sent;

    /** The server does not let it in. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String text) {
            super(text);
        }
    }

    private GamePlayer(GameIds ids, GameSession session, PacketSocket server) {
        this.ids = ids;
        this.session = session;
        this.server = server;
        this.random = new Random(session.name().hashCode());
    }

    /** Blocks until it plays. */
    static GamePlayer join(GameIds ids, GameSession session, int port, String host) throws IOException {
        GamePlayer player = new GamePlayer(ids, session, new PacketSocket(MinecraftClient.connect(port)));
        try {
            player.logIn(port, host);
            return player;
        } catch (IOException | RuntimeException e) {
            player.close();
            throw e;
        }
    }

    GameSession session() {
        return session;
    }

    private void logIn(int port, String host) throws IOException {
        ByteArrayOutputStream handshake = new ByteArrayOutputStream();
        PacketSocket.writeVarInt(handshake, GameIds.PROTOCOL);
        PacketSocket.writeString(handshake, host);
        handshake.write(port >> 8);
        handshake.write(port);
        handshake.write(LOGIN);
        server.write(0, handshake.toByteArray());
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        PacketSocket.writeString(start, session.name());
        start.writeBytes(new byte[16]);
        server.write(0, start.toByteArray());
        PacketSocket.Packet packet = server.read();
        while (packet.id() != LOGIN_SUCCESS) {
            answer(packet);
            packet = server.read();
        }
        server.write(LOGIN_ACKNOWLEDGED, new byte[0]);
        while (server.read().id() != ids.finish()) {
            // Servers say more than that while they configure.
        }
        server.write(ids.finished(), new byte[0]);
    }

    private void answer(PacketSocket.Packet packet) throws IOException {
        DataInputStream fields = new DataInputStream(new ByteArrayInputStream(packet.fields()));
        switch (packet.id()) {
            case DISCONNECT -> throw new Refused(MinecraftClient.readString(fields));
            case SET_COMPRESSION -> server.compress(MinecraftClient.readVarInt(fields));
            case ENCRYPTION -> encrypt(fields);
            default -> throw new IOException("packet " + packet.id() + " during the login");
        }
    }

    private void encrypt(DataInputStream fields) throws IOException {
        MinecraftClient.readString(fields);
        byte[] key = fields.readNBytes(MinecraftClient.readVarInt(fields));
        byte[] token = fields.readNBytes(MinecraftClient.readVarInt(fields));
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        try {
            PublicKey publicKey = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.ENCRYPT_MODE, publicKey);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            for (byte[] plain : List.of(secret, token)) {
                byte[] encrypted = rsa.doFinal(plain);
                PacketSocket.writeVarInt(answer, encrypted.length);
                answer.writeBytes(encrypted);
            }
            server.write(ENCRYPTION, answer.toByteArray());
            server.encrypt(secret);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Sends some messages and gets as many. */
    void playRound() throws IOException {
        int burst = 1 + random.nextInt(MAX_BURST);
        List<PacketSocket.Packet> packets = new ArrayList<>();
        if (session.takeQuestion()) {
            packets.add(new PacketSocket.Packet(ids.toServer(), new Message(Message.QUESTION, 0).fields()));
        }
        for (int i = 0; i < burst; i++) {
            packets.add(new PacketSocket.Packet(ids.toServer(), new Message(sent++, 0).fields()));
        }
        server.writeAll(packets);
        int got = 0;
        while (got < burst) {
            PacketSocket.Packet packet = server.read();
            if (packet.id() == ids.toClient()) {
                session.clientGot(Message.read(packet.fields()));
                got++;
            }
        }
        session.roundIsOver();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
