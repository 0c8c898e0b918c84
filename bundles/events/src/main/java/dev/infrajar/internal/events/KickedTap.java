// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.KickedDecision;
import dev.infrajar.api.event.KickedEvent;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.Disconnect;
import java.util.List;
import net.kyori.adventure.text.Component;

/** Asks what one player reads when the server sends it away. */
final class KickedTap implements PacketTap {
    private final PacketChains chains;
    private final TapSession session;
    private final List<TypedPackets<Disconnect>> kicks;

    KickedTap(PacketChains chains, TapSession session) {
        this.chains = chains;
        this.session = session;
        this.kicks = List.of(
                new TypedPackets<>(session, PlayPackets.DISCONNECT),
                new TypedPackets<>(session, ConfigurationPackets.DISCONNECT));
    }

    @Override
    public void packet(TappedPacket packet) {
        for (TypedPackets<Disconnect> type : kicks) {
            type.read(packet)
                    .ifPresent(kick -> HeldQuestion.ask(
                            packet, chains.limit(chains.kickedListeners()), Verdict.PASS, () -> ask(type, kick)));
        }
    }

    private Verdict ask(TypedPackets<Disconnect> type, Disconnect kick) {
        return switch (chains.kicked(new KickedEvent(session.player(), kick.text()))) {
            case KickedDecision.Pass() -> Verdict.PASS;
            case KickedDecision.Disconnect(Component text) -> Verdict.replace(type.write(new Disconnect(text)));
        };
    }
}
