// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.bench.load.Order;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.configuration.FinishConfiguration;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.login.LoginStart;
import dev.infrajar.net.packet.login.LoginSuccess;
import dev.infrajar.net.packet.login.SetCompression;
import dev.infrajar.net.packet.play.Dimension;
import dev.infrajar.net.packet.play.JoinGame;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.Spawn;
import dev.infrajar.net.packet.shared.PluginMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The server's side of a login, in offline mode, without a socket. What it does not wait for is ignored. One thread. */
final class ServerLogin {
    /** Of the plugin message that carries the order. */
    static final String CHANNEL = "bench:order";

    private static final String WORLD = "minecraft:overworld";

    private static final JoinGame JOIN_GAME = new JoinGame(
            1,
            false,
            new Spawn(
                    new Dimension.Registered(0), WORLD, 1, 2, 0, -1, "default", false, false, Optional.empty(), 0, 63),
            List.of(WORLD, "minecraft:the_nether", "minecraft:the_end"),
            Optional.empty(),
            100,
            10,
            10,
            false,
            true,
            false,
            false,
            false);

    private final Wire wire = new Wire();
    private Step step = Step.HANDSHAKE;
    private @Nullable Order order;

    private enum Step {
        HANDSHAKE,
        START,
        ACKNOWLEDGED,
        FINISHED,
        PLAY
    }

    /**
     * Takes what has come.
     *
     * @param in whole frames are read, none behind the order
     * @param out takes the answers
     * @throws IOException if it is not what clients send
     */
    void take(ByteBuf in, ByteBuf out) throws IOException {
        for (ByteBuf packet = next(in); packet != null; packet = next(in)) {
            take(step, packet, out);
        }
    }

    /** What the player wants; null until it has said so. */
    @Nullable
    Order order() {
        return order;
    }

    private @Nullable ByteBuf next(ByteBuf in) throws IOException {
        return order == null ? wire.next(in) : null;
    }

    private void take(Step now, ByteBuf packet, ByteBuf out) throws IOException {
        switch (now) {
            case HANDSHAKE -> step = Step.START;
            case START -> admit(Game.read(LoginPackets.START, packet).orElseThrow(ServerLogin::unexpected), out);
            case ACKNOWLEDGED -> acknowledged(packet, out);
            case FINISHED -> finished(packet, out);
            case PLAY -> takeOrder(packet);
        }
    }

    private void admit(LoginStart start, ByteBuf out) {
        send(LoginPackets.SET_COMPRESSION, new SetCompression(Game.THRESHOLD), out);
        wire.compress();
        send(
                LoginPackets.SUCCESS,
                new LoginSuccess(offlineId(start.name()), start.name(), List.of(), false, LoginSuccess.NO_SESSION),
                out);
        step = Step.ACKNOWLEDGED;
    }

    private void acknowledged(ByteBuf packet, ByteBuf out) {
        if (Game.read(LoginPackets.ACKNOWLEDGED, packet).isPresent()) {
            send(ConfigurationPackets.FINISH, new FinishConfiguration(), out);
            step = Step.FINISHED;
        }
    }

    private void finished(ByteBuf packet, ByteBuf out) {
        if (Game.read(ConfigurationPackets.FINISH_ACKNOWLEDGED, packet).isPresent()) {
            send(PlayPackets.JOIN_GAME, JOIN_GAME, out);
            step = Step.PLAY;
        }
    }

    private void takeOrder(ByteBuf packet) throws IOException {
        Optional<PluginMessage> message = Game.read(PlayPackets.SERVERBOUND_PLUGIN_MESSAGE, packet);
        if (message.isPresent() && message.get().channel().equals(CHANNEL)) {
            order = Order.read(Unpooled.wrappedBuffer(message.get().data().toArray()));
        }
    }

    private <P> void send(PacketType<P> type, P packet, ByteBuf out) {
        wire.write(out, Game.packet(type, packet));
    }

    private static UUID offlineId(String name) {
        return UUID.nameUUIDFromBytes(("OfflinePlayer:" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static IOException unexpected() {
        return new IOException("no login start came behind the handshake");
    }
}
