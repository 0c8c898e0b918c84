// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

import java.util.Optional;

/**
 * The world a player appears in, and how: what joining and respawning have in common.
 *
 * @param dimension the kind of world
 * @param world its name, an identifier, since 1.16; empty before
 * @param hashedSeed for the noise of biomes, since 1.15; 0 before
 * @param difficulty 0..3 before 1.14; 0 since
 * @param gameMode 0 survival, 1 creative, 2 adventure, 3 spectator
 * @param previousGameMode since 1.16; -1 for none and before
 * @param levelType for example {@code default}, before 1.16; empty since
 * @param isDebug whether it is the debug world, since 1.16
 * @param isFlat whether the horizon is low, since 1.16
 * @param death where the player died last, since 1.19
 * @param portalCooldown in ticks, since 1.20; 0 before
 * @param seaLevel since 1.21.2; 0 before
 */
public record Spawn(
        Dimension dimension,
        String world,
        long hashedSeed,
        int difficulty,
        int gameMode,
        int previousGameMode,
        String levelType,
        boolean isDebug,
        boolean isFlat,
        Optional<DeathLocation> death,
        int portalCooldown,
        int seaLevel) {}
