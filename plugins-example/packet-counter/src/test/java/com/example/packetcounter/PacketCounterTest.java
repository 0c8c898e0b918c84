// SPDX-License-Identifier: Apache-2.0
package com.example.packetcounter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.tck.plugin.FakePlayer;
import dev.infrajar.tck.plugin.TapRig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketCounterTest {
    private static final PacketKind LOOK = new PacketKind(Phase.PLAY, Direction.SERVERBOUND, "look");
    private static final PacketKind POSITION = new PacketKind(Phase.PLAY, Direction.SERVERBOUND, "position");
    private static final PacketKind TELEPORT = new PacketKind(Phase.PLAY, Direction.CLIENTBOUND, "entity_teleport");

    private final List<String> lines = new ArrayList<>();
    private final PacketCounter counter = new PacketCounter(lines::add);

    @Test
    void countsKindByKind() {
        try (TapRig rig = session("Steve")) {
            rig.show(POSITION);
            rig.show(TELEPORT);
            rig.show(POSITION);
        }

        assertThat(lines).containsExactly("Steve: 2 serverbound position, 1 clientbound entity_teleport");
    }

    @Test
    void countsEachSessionForItself() {
        try (TapRig alex = session("Alex");
                TapRig steve = session("Steve")) {
            alex.show(LOOK);
            steve.show(POSITION);
        }

        assertThat(lines).containsExactly("Steve: 1 serverbound position", "Alex: 1 serverbound look");
    }

    @Test
    void changesNothing() {
        try (TapRig rig = session("Steve")) {
            assertThat(rig.show(LOOK, (byte) 1).outcome()).isEqualTo("passed");
        }
    }

    @Test
    void saysSoWhenThereWasNothing() {
        session("Steve").close();

        assertThat(lines).containsExactly("Steve: nothing");
    }

    private TapRig session(String player) {
        return new TapRig(FakePlayer.named(player))
                .withPackets(Phase.PLAY, Direction.SERVERBOUND, "look", "position")
                .withPackets(Phase.PLAY, Direction.CLIENTBOUND, "entity_teleport")
                .with(counter);
    }
}
