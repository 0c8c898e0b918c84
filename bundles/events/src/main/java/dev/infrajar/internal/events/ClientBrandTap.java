// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.ClientBrandEvent;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Tells the brand of one client. */
final class ClientBrandTap implements PacketTap {
    private static final Set<String> CHANNELS = Set.of("minecraft:brand", "MC|Brand");
    private static final int MAX_CHARS = 128;

    private final TapSession session;
    private final LatestNews<ClientBrandEvent> news;
    private final List<TypedPackets<PluginMessage>> messages;

    ClientBrandTap(PacketChains chains, TapSession session) {
        this.session = session;
        this.news = new LatestNews<>(
                event -> chains.tell(chains.clientBrandListeners(), plugin -> plugin.onClientBrand(event)));
        this.messages = List.of(
                new TypedPackets<>(session, PlayPackets.SERVERBOUND_PLUGIN_MESSAGE),
                new TypedPackets<>(session, ConfigurationPackets.SERVERBOUND_PLUGIN_MESSAGE));
    }

    @Override
    public void packet(TappedPacket packet) {
        messages.stream()
                .flatMap(type -> type.read(packet).stream())
                .filter(message -> CHANNELS.contains(message.channel()))
                .forEach(message -> news.tell(new ClientBrandEvent(
                        session.player(), brand(message.data().toArray()))));
    }

    /** A text with its length before it; in 1.7 the text alone. */
    private static String brand(byte[] data) {
        ByteBuf bytes = Unpooled.wrappedBuffer(data);
        if (!hasLength(bytes)) {
            bytes.readerIndex(0);
        }
        String brand = bytes.toString(StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "");
        return brand.length() <= MAX_CHARS ? brand : brand.substring(0, MAX_CHARS);
    }

    private static boolean hasLength(ByteBuf bytes) {
        try {
            return VarInts.read(bytes) == bytes.readableBytes();
        } catch (WireException e) {
            return false;
        }
    }
}
