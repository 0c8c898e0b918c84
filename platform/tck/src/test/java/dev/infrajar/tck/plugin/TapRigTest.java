// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayList;
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
    void tellsTheTapOfPhaseAndCompression() {
        List<String> told = new ArrayList<>();
        rig.enter(Direction.CLIENTBOUND, Phase.CONFIGURATION).with(session -> {
            told.add("made in " + session.phase(Direction.CLIENTBOUND));
            return Optional.of(noting(session, told));
        });

        rig.enter(Direction.CLIENTBOUND, Phase.PLAY).compress(Direction.SERVERBOUND, 256);

        assertThat(told)
                .containsExactly("made in configuration", "clientbound play, as it finds play", "serverbound 256");
    }

    private static PacketTap noting(TapSession session, List<String> told) {
        return new PacketTap() {
            @Override
            public void packet(TappedPacket packet) {}

            @Override
            public void phaseChanged(Direction direction, Phase phase) {
                told.add(direction + " " + phase + ", as it finds " + session.phase(direction));
            }

            @Override
            public void compressionChanged(Direction direction, int threshold) {
                told.add(direction + " " + threshold);
            }
        };
    }

    @Test
    void passesPacketsOfSessionsWithoutATap() {
        rig.with(session -> Optional.empty());

        assertThat(rig.hasTap()).isFalse();
        assertThat(rig.show(CHAT).outcome()).isEqualTo("passed");
    }
}
