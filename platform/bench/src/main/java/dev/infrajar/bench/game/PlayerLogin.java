// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.bench.load.Order;
import dev.infrajar.bench.load.Preamble;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.configuration.FinishConfiguration;
import dev.infrajar.net.packet.login.EncryptionRequest;
import dev.infrajar.net.packet.login.LoginAcknowledged;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.wire.Bytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client's side of a login, without a socket. One thread. */
final class PlayerLogin {
    private final Wire wire = new Wire();
    private Step step = Step.LOGIN;
    private @Nullable SharedSecret secret;

    private enum Step {
        LOGIN,
        CONFIGURATION,
        PLAY,
        JOINED
    }

    /** What is sent first. */
    static ByteBuf begin(String host, String player) {
        return Preamble.login(host, player);
    }

    /**
     * Takes what has come.
     *
     * @param in whole frames are read
     * @param out takes the answers
     * @throws IOException if the player is refused, or something comes that does not belong here
     */
    void take(ByteBuf in, ByteBuf out) throws IOException {
        for (ByteBuf packet = next(in); packet != null; packet = next(in)) {
            switch (step) {
                case LOGIN -> login(packet, out);
                case CONFIGURATION -> configuration(packet, out);
                case PLAY -> expect(PlayPackets.JOIN_GAME, packet, Step.JOINED);
                case JOINED -> throw new IllegalStateException("next() gives nothing behind the end");
            }
        }
    }

    /** Whether the player is in the game; later frames are left unread. */
    boolean isJoined() {
        return step == Step.JOINED;
    }

    /** With what everything is encrypted that follows the answer to the request; empty if nobody asked. */
    Optional<SharedSecret> secret() {
        return Optional.ofNullable(secret);
    }

    /** Appends what the player wants; once it has joined. */
    void order(Order order, ByteBuf out) {
        ByteBuf code = Unpooled.buffer();
        order.write(code);
        send(PlayPackets.SERVERBOUND_PLUGIN_MESSAGE, new PluginMessage(ServerLogin.CHANNEL, Bytes.take(code, 1)), out);
    }

    private @Nullable ByteBuf next(ByteBuf in) throws IOException {
        return isJoined() ? null : wire.next(in);
    }

    private void login(ByteBuf packet, ByteBuf out) throws IOException {
        if (Game.read(LoginPackets.SET_COMPRESSION, packet).isPresent()) {
            wire.compress();
            return;
        }
        Optional<EncryptionRequest> encryption = Game.read(LoginPackets.ENCRYPTION_REQUEST, packet);
        if (encryption.isPresent()) {
            secret = SharedSecret.create();
            send(LoginPackets.ENCRYPTION_RESPONSE, secret.answer(encryption.get()), out);
            return;
        }
        expect(LoginPackets.SUCCESS, packet, Step.CONFIGURATION);
        send(LoginPackets.ACKNOWLEDGED, new LoginAcknowledged(), out);
    }

    private void configuration(ByteBuf packet, ByteBuf out) throws IOException {
        expect(ConfigurationPackets.FINISH, packet, Step.PLAY);
        send(ConfigurationPackets.FINISH_ACKNOWLEDGED, new FinishConfiguration(), out);
    }

    private void expect(PacketType<?> type, ByteBuf packet, Step next) throws IOException {
        if (Game.read(type, packet).isEmpty()) {
            throw new IOException(
                    "packet " + packet.getUnsignedByte(packet.readerIndex()) + " came instead of " + type);
        }
        step = next;
    }

    private <P> void send(PacketType<P> type, P packet, ByteBuf out) {
        wire.write(out, Game.packet(type, packet));
    }
}
