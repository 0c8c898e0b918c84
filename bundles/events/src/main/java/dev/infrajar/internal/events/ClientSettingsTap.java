// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.ClientSettingsEvent;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.ClientInformation;
import java.util.List;

/** Tells the settings of one client. */
final class ClientSettingsTap implements PacketTap {
    private final TapSession session;
    private final LatestNews<ClientSettingsEvent> news;
    private final List<TypedPackets<ClientInformation>> settings;

    ClientSettingsTap(PacketChains chains, TapSession session) {
        this.session = session;
        this.news = new LatestNews<>(
                event -> chains.tell(chains.clientSettingsListeners(), plugin -> plugin.onClientSettings(event)));
        this.settings = List.of(
                new TypedPackets<>(session, PlayPackets.CLIENT_INFORMATION),
                new TypedPackets<>(session, ConfigurationPackets.CLIENT_INFORMATION));
    }

    @Override
    public void packet(TappedPacket packet) {
        settings.stream()
                .flatMap(type -> type.read(packet).stream())
                .forEach(information -> news.tell(event(information)));
    }

    private ClientSettingsEvent event(ClientInformation information) {
        return new ClientSettingsEvent(
                session.player(),
                information.locale(),
                information.viewDistance(),
                chat(information.chatMode()),
                information.hasChatColours(),
                information.skinParts(),
                information.mainHand() == ClientInformation.Hand.LEFT,
                information.isListed());
    }

    private static ClientSettingsEvent.Chat chat(ClientInformation.ChatMode mode) {
        return switch (mode) {
            case FULL -> ClientSettingsEvent.Chat.FULL;
            case COMMANDS -> ClientSettingsEvent.Chat.COMMANDS;
            case HIDDEN -> ClientSettingsEvent.Chat.HIDDEN;
        };
    }
}
