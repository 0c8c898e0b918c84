// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.PluginMessageDecision;
import dev.infrajar.api.event.PluginMessageEvent;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.wire.Bytes;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/** Asks about the plugin messages of one session. */
final class PluginMessageTap implements PacketTap {
    private final PacketChains chains;
    private final TapSession session;
    private final PacketLimits limits;
    private final List<TypedPackets<PluginMessage>> messages;

    PluginMessageTap(PacketChains chains, TapSession session) {
        this.chains = chains;
        this.session = session;
        this.limits = session.dialect().limits();
        this.messages = Stream.of(
                        PlayPackets.SERVERBOUND_PLUGIN_MESSAGE,
                        PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE,
                        ConfigurationPackets.SERVERBOUND_PLUGIN_MESSAGE,
                        ConfigurationPackets.CLIENTBOUND_PLUGIN_MESSAGE)
                .map(type -> new TypedPackets<>(session, type))
                .toList();
    }

    @Override
    public void packet(TappedPacket packet) {
        PluginMessageEvent.Source source =
                switch (packet.direction()) {
                    case SERVERBOUND -> PluginMessageEvent.Source.CLIENT;
                    case CLIENTBOUND -> PluginMessageEvent.Source.SERVER;
                };
        for (TypedPackets<PluginMessage> type : messages) {
            type.read(packet)
                    .filter(message -> chains.wantsPluginMessages(message.channel()))
                    .ifPresent(message -> HeldQuestion.ask(
                            packet,
                            chains.limit(chains.pluginMessageListeners()),
                            Verdict.PASS,
                            () -> ask(type, source, message)));
        }
    }

    private Verdict ask(TypedPackets<PluginMessage> type, PluginMessageEvent.Source source, PluginMessage message) {
        ByteBuffer data = ByteBuffer.wrap(message.data().toArray());
        PluginMessageEvent event = new PluginMessageEvent(session.player(), source, message.channel(), data);
        return switch (chains.pluginMessage(event, maxBytes(source))) {
            case PluginMessageDecision.Pass() -> Verdict.PASS;
            case PluginMessageDecision.Drop() -> Verdict.DROP;
            case PluginMessageDecision.Replace(ByteBuffer other) ->
                Verdict.replace(type.write(new PluginMessage(message.channel(), bytes(other))));
        };
    }

    private int maxBytes(PluginMessageEvent.Source source) {
        PacketLimits.ForDirection direction =
                switch (source) {
                    case CLIENT -> limits.serverbound();
                    case SERVER -> limits.clientbound();
                };
        return direction.pluginMessageBytes();
    }

    private static Bytes bytes(ByteBuffer data) {
        return Bytes.takeRest(Unpooled.wrappedBuffer(data), data.remaining());
    }
}
