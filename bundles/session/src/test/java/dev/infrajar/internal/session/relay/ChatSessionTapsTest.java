// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.Samples;
import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.net.identity.GameProfile;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.tck.plugin.FakePlayer;
import dev.infrajar.tck.plugin.TapRig;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChatSessionTapsTest {
    private static final PacketKind KIND = new PacketKind(Phase.PLAY, Direction.SERVERBOUND, "chat_session_update");
    private static final UUID PROVED = new UUID(1, 2);

    private final PlayerSession player =
            Samples.session(new SessionTable(new Intake()), "Notch", Samples.connection(new EmbeddedChannel()));

    private TapRig rig() {
        return new TapRig(player)
                .withPackets(Phase.PLAY, Direction.SERVERBOUND, KIND.name())
                .with(new ChatSessionTaps());
    }

    @Test
    void backendThatKnowsTheProvedUuidGetsIt() {
        player.identifiedAs(new GameProfile(PROVED, "Notch", List.of()), true);
        player.joinedAs(PROVED);

        try (TapRig rig = rig()) {
            assertThat(rig.hasTap()).isFalse();
        }
    }

    @Test
    void backendThatKnowsAnotherUuidDoesNotGetIt() {
        player.identifiedAs(new GameProfile(PROVED, "Notch", List.of()), true);
        player.joinedAs(GameProfile.offlineUuid("Notch"));

        assertDrops();
    }

    @Test
    void backendOfAPlayerWhoHasProvedNothingDoesNotGetIt() {
        player.identifiedAs(GameProfile.offline("Notch"), false);
        player.joinedAs(GameProfile.offlineUuid("Notch"));

        assertDrops();
    }

    private void assertDrops() {
        try (TapRig rig = rig()) {
            assertThat(rig.show(KIND).outcome()).isEqualTo("dropped");
        }
    }

    @Test
    void sessionOfAnotherRegistryIsLeftAlone() {
        try (TapRig rig = new TapRig(FakePlayer.named("Notch")).with(new ChatSessionTaps())) {
            assertThat(rig.hasTap()).isFalse();
        }
    }
}
