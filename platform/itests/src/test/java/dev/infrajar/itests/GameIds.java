// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;

/**
 * The packets that the test's players and servers know behind the login, whose own numbers have never changed.
 *
 * @param finish ends the configuration, to the client
 * @param finished answers it
 * @param toClient a plugin message
 * @param toServer a plugin message
 */
record GameIds(int finish, int finished, int toClient, int toServer) {
    /** 1.21.4. */
    static final int PROTOCOL = 769;

    /** The numbers alone are kept: the codec may go while they are in use. */
    static GameIds of(Dialects dialects) {
        Dialect dialect = dialects.of(PROTOCOL).dialect().orElseThrow();
        return new GameIds(
                id(dialect, Phase.CONFIGURATION, Direction.CLIENTBOUND, "finish_configuration"),
                id(dialect, Phase.CONFIGURATION, Direction.SERVERBOUND, "finish_configuration"),
                id(dialect, Phase.PLAY, Direction.CLIENTBOUND, "custom_payload"),
                id(dialect, Phase.PLAY, Direction.SERVERBOUND, "custom_payload"));
    }

    private static int id(Dialect dialect, Phase phase, Direction direction, String name) {
        return dialect.table(phase, direction)
                .idOf(new PacketKind(phase, direction, name))
                .orElseThrow();
    }
}
