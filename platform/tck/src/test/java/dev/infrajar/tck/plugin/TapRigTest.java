// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TapRigTest {
    private static final PacketKind CHAT = new PacketKind(Phase.PLAY, Direction.SERVERBOUND, "chat_message");

    private final TapRig rig = new TapRig(FakePlayer.named("Steve"))
            .withPackets(Phase.PLAY, Direction.SERVERBOUND, "teleport_confirm", "chat_message");

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void showsPacketsToTheTapOfASession() {
        rig.with(session -> Optional.of(packet -> {
            assertThat(packet.id()).isEqualTo(1);
            assertThat(packet.fields().readByte()).isEqualTo((byte) 7);
            packet.sendBefore(Unpooled.buffer().writeByte(1));
            packet.replace(Unpooled.buffer().writeByte(2));
        }));

        ShownPacket shown = rig.show(CHAT, (byte) 7);

        assertThat(shown.outcome()).isEqualTo("replaced by 02");
        assertThat(shown.before()).containsExactly("01");
        assertThat(shown.after()).isEmpty();
    }

    @Test
    void doesWhatATapPutsOff() {
        rig.with(session -> Optional.of(packet -> {
            var held = packet.hold(Duration.ofSeconds(1), new Decision.Pass());
            session.loop()
                    .execute(() -> held.resume(
                            new Decision.Drop(),
                            List.of(),
                            List.of(Unpooled.buffer().writeByte(3))));
        }));

        ShownPacket shown = rig.show(CHAT);

        assertThat(shown.outcome()).isEqualTo("dropped");
        assertThat(shown.after()).containsExactly("03");
    }

    @Test
    void passesPacketsOfSessionsWithoutATap() {
        rig.with(session -> Optional.empty());

        assertThat(rig.hasTap()).isFalse();
        assertThat(rig.show(CHAT).outcome()).isEqualTo("passed");
    }
}
