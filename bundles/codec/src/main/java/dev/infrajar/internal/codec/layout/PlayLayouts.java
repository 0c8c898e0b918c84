// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.play.ConfigurationAcknowledged;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.StartConfiguration;
import dev.infrajar.net.packet.shared.ClientInformation;
import dev.infrajar.net.packet.shared.KeepAlive;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.wire.Bytes;
import java.util.List;
import java.util.stream.Stream;

/** The layouts of the play phase. */
final class PlayLayouts {
    private static final List<LayoutBands<?>> OTHERS = List.of(
            LayoutBands.from(
                    764,
                    PlayPackets.START_CONFIGURATION,
                    "start_configuration",
                    Layout.empty(new StartConfiguration())),
            LayoutBands.from(
                    764,
                    PlayPackets.CONFIGURATION_ACKNOWLEDGED,
                    "configuration_acknowledged",
                    Layout.empty(new ConfigurationAcknowledged())),
            LayoutBands.from(4, PlayPackets.DISCONNECT, "kick_disconnect", SharedLayouts.DISCONNECT),
            pluginMessage(PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE),
            pluginMessage(PlayPackets.SERVERBOUND_PLUGIN_MESSAGE),
            clientInformation(),
            keepAlive(PlayPackets.CLIENTBOUND_KEEP_ALIVE),
            keepAlive(PlayPackets.SERVERBOUND_KEEP_ALIVE),
            LayoutBands.from(766, PlayPackets.COOKIE_REQUEST, "cookie_request", SharedLayouts.COOKIE_REQUEST),
            LayoutBands.from(766, PlayPackets.COOKIE_RESPONSE, "cookie_response", SharedLayouts.COOKIE_RESPONSE),
            LayoutBands.from(766, PlayPackets.STORE_COOKIE, "store_cookie", SharedLayouts.STORE_COOKIE),
            LayoutBands.from(766, PlayPackets.TRANSFER, "transfer", SharedLayouts.TRANSFER));

    static final List<LayoutBands<?>> ALL = Stream.of(
                    List.<LayoutBands<?>>of(JoinGameLayouts.ALL, RespawnLayouts.ALL, ChatMessageLayouts.ALL),
                    ChatCommandLayouts.ALL,
                    MessageLayouts.ALL,
                    OTHERS)
            .<LayoutBands<?>>flatMap(List::stream)
            .toList();

    /** The second half of a length: mods of 1.7 send messages of more than 32,767 bytes so (Forge's extended short). */
    private static final int EXTENDED_BIT = 0x8000;

    private static final int EXTENSION_SHIFT = 15;

    private PlayLayouts() {}

    private static LayoutBands<PluginMessage> pluginMessage(PacketType<PluginMessage> type) {
        return LayoutBands.from(4, type, "custom_payload", pluginMessage1_7()).since(47, SharedLayouts.PLUGIN_MESSAGE);
    }

    private static Layout<PluginMessage> pluginMessage1_7() {
        return Layout.of(
                in -> new PluginMessage(
                        in.string(),
                        in.bareBytes(
                                extendedLength(in), in.terms().directionLimits().pluginMessageBytes())),
                (out, packet) -> {
                    out.string(packet.channel());
                    extendedLength(out, packet.data());
                    out.bareBytes(packet.data());
                });
    }

    private static int extendedLength(PacketIn in) {
        int low = in.uint16();
        return (low & EXTENDED_BIT) == 0 ? low : low - EXTENDED_BIT + (in.uint8() << EXTENSION_SHIFT);
    }

    private static void extendedLength(PacketOut out, Bytes data) {
        int high = data.length() >>> EXTENSION_SHIFT;
        if (high == 0) {
            out.int16(data.length());
        } else {
            out.int16(data.length() | EXTENDED_BIT);
            out.int8(high);
        }
    }

    private static LayoutBands<ClientInformation> clientInformation() {
        return LayoutBands.from(4, PlayPackets.CLIENT_INFORMATION, "settings", ClientInformationDraft.WITH_DIFFICULTY)
                .since(47, ClientInformationDraft.WITH_SKIN)
                .since(107, ClientInformationDraft.WITH_HAND)
                .since(755, ClientInformationDraft.FILTERED)
                .since(757, ClientInformationDraft.LISTED)
                .since(768, ClientInformationDraft.WITH_PARTICLES);
    }

    private static LayoutBands<KeepAlive> keepAlive(PacketType<KeepAlive> type) {
        return LayoutBands.from(
                        4,
                        type,
                        "keep_alive",
                        Layout.of(in -> new KeepAlive(in.int32()), (out, packet) -> out.int32((int) packet.id())))
                .since(47, Layout.of(in -> new KeepAlive(in.varInt()), (out, packet) -> out.varInt((int) packet.id())))
                .since(340, SharedLayouts.KEEP_ALIVE);
    }
}
