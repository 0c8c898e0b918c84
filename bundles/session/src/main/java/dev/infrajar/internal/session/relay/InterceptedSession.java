// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import dev.infrajar.api.player.Player;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.intercept.PacketForwarder;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TapSessionClient;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.Disconnect;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import java.util.function.Consumer;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;

/** A session whose packets the proxy sees: what taps may do with it, and how its player is told why it ends. */
public final class InterceptedSession implements TapSession, PlayerSession.ForwardedExit {
    private final PlayerSession session;
    private final Dialect dialect;
    private final Phase begin;
    private final Consumer<String> rejected;
    private volatile @Nullable PacketForwarder forwarder;
    private boolean hasSpoken;

    /**
     * A session that is not relayed yet.
     *
     * @param begin the phase that both ends are in when the relay begins
     * @param rejected counts those that taps end, by reason
     */
    public InterceptedSession(PlayerSession session, Dialect dialect, Phase begin, Consumer<String> rejected) {
        this.session = session;
        this.dialect = dialect;
        this.begin = begin;
        this.rejected = rejected;
    }

    /** From now on packets can be sent. On the event loop. */
    public void relayedBy(PacketForwarder relay) {
        forwarder = relay;
        session.playsAs(new TapSessionClient(this, () -> phase(Direction.CLIENTBOUND)));
    }

    @Override
    public Player player() {
        return session;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public EventLoop loop() {
        return session.channel().eventLoop();
    }

    @Override
    public Phase phase(Direction direction) {
        PacketForwarder relay = forwarder;
        return relay == null ? begin : relay.phase(direction);
    }

    @Override
    public void send(Direction direction, ByteBuf packet) {
        PacketForwarder relay = forwarder;
        if (relay == null) {
            // The taps are made just before the forwarder: there is nothing to send behind yet.
            packet.release();
        } else {
            relay.send(direction, packet);
        }
    }

    @Override
    public void disconnect(Component text, String reason) {
        rejected.accept(reason.replaceFirst(":.*", ""));
        session.disconnect(text, reason);
    }

    @Override
    public void say(Component text) {
        PacketForwarder relay = forwarder;
        if (relay == null) {
            return;
        }
        dialect.format(disconnectIn(relay.phase(Direction.CLIENTBOUND))).ifPresent(format -> {
            hasSpoken = true;
            relay.send(Direction.CLIENTBOUND, written(format, new Disconnect(text)));
        });
    }

    private static PacketType<Disconnect> disconnectIn(Phase phase) {
        return switch (phase) {
            case HANDSHAKE, STATUS, LOGIN -> LoginPackets.DISCONNECT;
            case CONFIGURATION -> ConfigurationPackets.DISCONNECT;
            case PLAY -> PlayPackets.DISCONNECT;
        };
    }

    private <P> ByteBuf written(PacketFormat<P> format, P packet) {
        ByteBuf buffer = session.channel().alloc().buffer();
        try {
            format.write(buffer, packet);
            return buffer;
        } catch (RuntimeException e) {
            buffer.release();
            throw e;
        }
    }

    @Override
    public void close(Channel client) {
        if (hasSpoken && client instanceof DuplexChannel duplex) {
            HoldHandler.takeOver(new End(client, Unpooled.EMPTY_BUFFER, duplex.isInputShutdown()), _ -> {})
                    .sendAndClose(Unpooled.EMPTY_BUFFER);
        } else {
            client.close();
        }
    }
}
