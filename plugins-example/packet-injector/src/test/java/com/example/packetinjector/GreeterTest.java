// SPDX-License-Identifier: Apache-2.0
package com.example.packetinjector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.packet.PacketAnswer;
import dev.infrajar.api.packet.PacketEvent;
import dev.infrajar.api.packet.PacketKind;
import dev.infrajar.tck.plugin.FakePlayer;
import java.nio.ByteBuffer;
import java.util.List;
import net.kyori.adventure.text.serializer.plain.PlainTextComponentSerializer;
import net.kyori.adventure.title.Title;
import org.junit.jupiter.api.Test;

class GreeterTest {
    private final FakePlayer steve = FakePlayer.named("Steve").at("lobby");
    private final Greeter greeter = new Greeter();

    @Test
    void waitsUntilThePlayerIsInTheWorld() {
        comes("play clientbound login");

        assertThat(steve.client().received()).isEmpty();
    }

    @Test
    void greetsByName() {
        comes("play clientbound login");
        comes("play clientbound position");

        assertThat(subtitles()).containsExactly("Steve");
    }

    @Test
    void greetsOncePerJoin() {
        comes("play clientbound login");
        comes("play clientbound position");
        comes("play clientbound position");

        assertThat(subtitles()).hasSize(1);
    }

    @Test
    void leavesAloneWhoIsTeleportedOnly() {
        comes("play clientbound position");

        assertThat(steve.client().received()).isEmpty();
    }

    @Test
    void forgetsWhoLeavesBeforeTheGreeting() {
        comes("play clientbound login");
        greeter.onDisconnect(new DisconnectEvent(steve, DisconnectEvent.Cause.CLIENT_CLOSED, "left", 0, 0));
        comes("play clientbound position");

        assertThat(steve.client().received()).isEmpty();
    }

    private void comes(String kind) {
        PacketEvent event = new PacketEvent(steve, PacketKind.of(kind), ByteBuffer.allocate(0));
        assertThat(greeter.onPacket(event)).isEqualTo(PacketAnswer.pass());
    }

    private List<String> subtitles() {
        return steve.client().received().stream()
                .map(Title.class::cast)
                .map(title -> PlainTextComponentSerializer.plainText().serialize(title.subtitle()))
                .toList();
    }
}
