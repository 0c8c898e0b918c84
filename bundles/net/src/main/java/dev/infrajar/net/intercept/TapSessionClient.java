// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import dev.infrajar.api.player.CookieReply;
import dev.infrajar.api.player.Delivery;
import dev.infrajar.api.player.PlayerClient;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.play.ActionBar;
import dev.infrajar.net.packet.play.ClearTitles;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.Subtitle;
import dev.infrajar.net.packet.play.SystemMessage;
import dev.infrajar.net.packet.play.TitleText;
import dev.infrajar.net.packet.play.TitleTimes;
import dev.infrajar.net.packet.shared.CookieRequest;
import dev.infrajar.net.packet.shared.CookieResponse;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.packet.shared.StoreCookie;
import dev.infrajar.net.packet.shared.Transfer;
import dev.infrajar.net.wire.Bytes;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.title.Title;

/**
 * Talks to the game of a session whose packets the proxy sees: encodes on the calling thread, sends on the event loop. Made when the
 * session begins to be relayed, by whoever makes its {@link TapSession}.
 */
public final class TapSessionClient implements PlayerClient {
    private static final String KICK = "a plugin ended the session";
    private static final long MILLIS_PER_TICK = 50;

    private final TapSession session;
    private final Supplier<Phase> phase;
    private final AskedCookies asked = new AskedCookies();

    /**
     * A client of a session.
     *
     * @param session the session
     * @param phase the phase that the next packet to the client belongs to: {@link PacketForwarder#phase}; exact on the event loop,
     *     asked by other threads too, to which it may be slightly old
     */
    public TapSessionClient(TapSession session, Supplier<Phase> phase) {
        this.session = session;
        this.phase = phase;
    }

    @Override
    public boolean isActive() {
        return session.player().isConnected();
    }

    @Override
    public Delivery sendMessage(Component text) {
        return send(PlayPackets.SYSTEM_MESSAGE, new SystemMessage(text, false));
    }

    @Override
    public Delivery sendActionBar(Component text) {
        return send(PlayPackets.ACTION_BAR, new ActionBar(text));
    }

    @Override
    public Delivery showTitle(Title title) {
        Title.Times times = title.times();
        if (times != null) {
            send(
                    PlayPackets.TITLE_TIMES,
                    new TitleTimes(ticks(times.fadeIn()), ticks(times.stay()), ticks(times.fadeOut())));
        }
        send(PlayPackets.SUBTITLE, new Subtitle(title.subtitle()));
        return send(PlayPackets.TITLE, new TitleText(title.title()));
    }

    private static int ticks(Duration duration) {
        return Math.clamp(duration.toMillis() / MILLIS_PER_TICK, 0, Integer.MAX_VALUE);
    }

    @Override
    public Delivery clearTitle() {
        return send(PlayPackets.CLEAR_TITLES, new ClearTitles(false));
    }

    @Override
    public Delivery sendPacket(String name, ByteBuffer fields) {
        Phase now = phase.get();
        OptionalInt id = session.dialect()
                .table(now, Direction.CLIENTBOUND)
                .idOf(new PacketKind(now, Direction.CLIENTBOUND, name));
        if (id.isEmpty()) {
            return unsupported();
        }
        ByteBuf packet = ByteBufAllocator.DEFAULT.buffer(VarInts.MAX_BYTES + fields.remaining());
        VarInts.write(packet, id.getAsInt());
        packet.writeBytes(fields.duplicate());
        return send(now, packet, TapSessionClient::nothing);
    }

    @Override
    public Delivery sendPluginMessage(String channel, ByteBuffer data) {
        PluginMessage message = new PluginMessage(channel, bytes(data));
        return sendInEither(
                ConfigurationPackets.CLIENTBOUND_PLUGIN_MESSAGE, PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE, message);
    }

    @Override
    public Delivery disconnect(Component text) {
        if (!isActive()) {
            return Delivery.DISCONNECTED;
        }
        session.disconnect(text, KICK);
        return Delivery.SENT;
    }

    @Override
    public Delivery transfer(String host, int port) {
        return sendInEither(ConfigurationPackets.TRANSFER, PlayPackets.TRANSFER, new Transfer(host, port));
    }

    @Override
    public Delivery storeCookie(String key, ByteBuffer value) {
        return sendInEither(
                ConfigurationPackets.STORE_COOKIE, PlayPackets.STORE_COOKIE, new StoreCookie(key, bytes(value)));
    }

    @Override
    public CookieReply requestCookie(String key) {
        return asked.ask(
                key,
                COOKIE_LIMIT,
                unsent -> sendInEither(
                        ConfigurationPackets.COOKIE_REQUEST,
                        PlayPackets.COOKIE_REQUEST,
                        new CookieRequest(key),
                        unsent));
    }

    /**
     * Takes the answer to a cookie request. On the event loop.
     *
     * @param response what the client has sent
     * @return whether it was for {@link #requestCookie}, be there still somebody who waits or not; else the backend has asked, and is to get it
     */
    public boolean takeCookie(CookieResponse response) {
        return asked.take(response);
    }

    private static Bytes bytes(ByteBuffer data) {
        return Bytes.takeRest(Unpooled.wrappedBuffer(data), Integer.MAX_VALUE);
    }

    private <P> Delivery sendInEither(PacketType<P> inConfiguration, PacketType<P> inPlay, P packet) {
        return sendInEither(inConfiguration, inPlay, packet, TapSessionClient::nothing);
    }

    private <P> Delivery sendInEither(PacketType<P> inConfiguration, PacketType<P> inPlay, P packet, Runnable unsent) {
        return send(phase.get() == Phase.CONFIGURATION ? inConfiguration : inPlay, packet, unsent);
    }

    private <P> Delivery send(PacketType<P> type, P packet) {
        return send(type, packet, TapSessionClient::nothing);
    }

    private <P> Delivery send(PacketType<P> type, P packet, Runnable unsent) {
        Optional<PacketFormat<P>> format = session.dialect().format(type);
        if (format.isEmpty() || phase.get() != type.phase()) {
            return unsupported();
        }
        ByteBuf buffer = ByteBufAllocator.DEFAULT.buffer();
        try {
            format.get().write(buffer, packet);
            buffer.retain();
        } finally {
            buffer.release();
        }
        return send(type.phase(), buffer, unsent);
    }

    private static void nothing() {
        // Who sends it need not know that it was not sent after all.
    }

    /** The end of the session says more than what it could not have been sent. */
    private Delivery unsupported() {
        return isActive() ? Delivery.UNSUPPORTED : Delivery.DISCONNECTED;
    }

    private Delivery send(Phase encodedFor, ByteBuf packet, Runnable unsent) {
        if (!isActive()) {
            packet.release();
            return Delivery.DISCONNECTED;
        }
        try {
            session.loop().execute(() -> sendOnLoop(encodedFor, packet, unsent));
            return Delivery.SENT;
        } catch (RejectedExecutionException e) { // the loop has ended, and the session with it
            packet.release();
            return Delivery.DISCONNECTED;
        }
    }

    /** The phase may have changed meanwhile: the same number would be another packet. */
    private void sendOnLoop(Phase encodedFor, ByteBuf packet, Runnable unsent) {
        if (phase.get() == encodedFor) {
            session.send(Direction.CLIENTBOUND, packet);
        } else {
            packet.release();
            unsent.run();
        }
    }
}
