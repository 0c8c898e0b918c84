// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

import dev.infrajar.net.nbt.NbtTag;
import java.util.List;
import java.util.Optional;

/**
 * The first packet of the play phase: the player is in a world.
 *
 * @param entityId the player's own, on this server
 * @param isHardcore whether the hearts say so
 * @param spawn the world
 * @param worlds the names of all worlds, since 1.16; none before
 * @param registries dimension types, biomes and more, 1.16 to 1.20.1
 * @param maxPlayers what the tab list once used; 0..255 before 1.16.2
 * @param viewDistance in chunks, since 1.14; 0 before
 * @param simulationDistance in chunks, since 1.18; 0 before
 * @param hasReducedDebugInfo whether F3 shows less, since 1.8
 * @param hasRespawnScreen whether death shows a screen, since 1.15; {@code true} before
 * @param hasLimitedCrafting whether only known recipes can be crafted, since 1.20.2
 * @param isOnlineMode whether accounts are checked, since 26.2
 * @param enforcesSecureChat whether unsigned chat is refused, since 1.20.5
 */
public record JoinGame(
        int entityId,
        boolean isHardcore,
        Spawn spawn,
        List<String> worlds,
        Optional<NbtTag> registries,
        int maxPlayers,
        int viewDistance,
        int simulationDistance,
        boolean hasReducedDebugInfo,
        boolean hasRespawnScreen,
        boolean hasLimitedCrafting,
        boolean isOnlineMode,
        boolean enforcesSecureChat) {
    /** Copies. */
    public JoinGame {
        worlds = List.copyOf(worlds);
    }
}
