// SPDX-License-Identifier: Apache-2.0
package com.example.packetinjector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.packet.PacketAnswer;
import dev.infrajar.api.packet.PacketEvent;
import dev.infrajar.api.packet.PacketKind;
import dev.infrajar.api.packet.RawPacket;
import dev.infrajar.tck.plugin.FakePlayer;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OvercastTest {
    private static final int BEGIN_RAINING = 2;
    private static final int RAIN_LEVEL = 7;
    private static final RawPacket LEAST_RAIN = new RawPacket("game_state_change", change(RAIN_LEVEL, 0.3f));

    @ParameterizedTest
    @ValueSource(strings = {"play clientbound login", "play clientbound respawn"})
    void injectsRainWhereAWorldBegins(String kind) {
        assertThat(answer(kind, ByteBuffer.allocate(0)))
                .isEqualTo(PacketAnswer.pass().sendAfter(LEAST_RAIN));
    }

    @Test
    void raisesALowLevel() {
        assertThat(answer("play clientbound game_state_change", change(RAIN_LEVEL, 0.1f)))
                .isEqualTo(PacketAnswer.replace(LEAST_RAIN));
    }

    @Test
    void leavesAHighLevel() {
        assertThat(answer("play clientbound game_state_change", change(RAIN_LEVEL, 0.9f)))
                .isEqualTo(PacketAnswer.pass());
    }

    @Test
    void leavesOtherChanges() {
        assertThat(answer("play clientbound game_state_change", change(BEGIN_RAINING, 0)))
                .isEqualTo(PacketAnswer.pass());
    }

    private static PacketAnswer answer(String kind, ByteBuffer fields) {
        return new Overcast().onPacket(new PacketEvent(FakePlayer.named("Steve"), PacketKind.of(kind), fields));
    }

    private static ByteBuffer change(int what, float value) {
        return ByteBuffer.allocate(5).put((byte) what).putFloat(value).flip();
    }
}
