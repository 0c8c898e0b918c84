// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PacketTableTest {
    private static final PacketTable TABLE =
            PacketTable.of(Phase.LOGIN, Direction.CLIENTBOUND, List.of("disconnect", "encryption_begin", "success"));

    private static PacketKind kind(Direction direction, String name) {
        return new PacketKind(Phase.LOGIN, direction, name);
    }

    @Test
    void findsIdsAndNames() {
        assertThat(TABLE.idOf(kind(Direction.CLIENTBOUND, "success"))).hasValue(2);
        assertThat(TABLE.nameOf(0)).contains("disconnect");
        assertThat(TABLE.nameOf(3)).isEmpty();
        assertThat(TABLE.nameOf(-1)).isEmpty();
        assertThat(TABLE.size()).isEqualTo(3);
    }

    @Test
    void knowsOnlyItsPhaseAndDirection() {
        assertThat(TABLE.idOf(kind(Direction.SERVERBOUND, "encryption_begin"))).isEmpty();
        assertThat(TABLE.idOf(new PacketKind(Phase.PLAY, Direction.CLIENTBOUND, "success")))
                .isEmpty();
    }

    @Test
    void makesSetsOfTheKindsItHas() {
        List<PacketKind> wanted = List.of(
                kind(Direction.CLIENTBOUND, "success"),
                kind(Direction.SERVERBOUND, "login_start"),
                kind(Direction.CLIENTBOUND, "compress"),
                kind(Direction.CLIENTBOUND, "disconnect"));

        assertThat(TABLE.ids(wanted)).isEqualTo(IdSet.of(0, 2));
        assertThat(TABLE.ids(List.of())).isSameAs(IdSet.NONE);
    }

    @Test
    void refusesNamesTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PacketTable.of(Phase.PLAY, Direction.CLIENTBOUND, List.of("a", "a")))
                .withMessage("play clientbound has a twice");
    }
}
