// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TapSessionClient;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.CookieResponse;
import java.util.List;

/** Takes the cookies of one client that plugins have asked for: the backend has not, and would end the session. */
final class CookieTap implements PacketTap {
    private final TapSession session;
    private final List<TypedPackets<CookieResponse>> responses;

    CookieTap(TapSession session) {
        this.session = session;
        this.responses = List.of(
                new TypedPackets<>(session, PlayPackets.COOKIE_RESPONSE),
                new TypedPackets<>(session, ConfigurationPackets.COOKIE_RESPONSE));
    }

    @Override
    public void packet(TappedPacket packet) {
        if (session.player().client() instanceof TapSessionClient client) {
            responses.stream()
                    .flatMap(type -> type.read(packet).stream())
                    .filter(client::takeCookie)
                    .forEach(taken -> packet.drop());
        }
    }
}
