// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import static dev.infrajar.internal.codec.layout.JoinGameDraft.DRAFTS;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.ENTITY_ID;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.GAME_MODE_AND_HARDCORE;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.IS_HARDCORE;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.LIMITED_CRAFTING;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.MAX_PLAYERS;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.MAX_PLAYERS_BYTE;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.ONLINE_MODE;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.REDUCED_DEBUG_INFO;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.REGISTRIES;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.RESPAWN_SCREEN;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.SECURE_CHAT;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.SIMULATION_DISTANCE;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.VIEW_DISTANCE;
import static dev.infrajar.internal.codec.layout.JoinGameDraft.WORLDS;
import static dev.infrajar.internal.codec.layout.SpawnDraft.DEATH;
import static dev.infrajar.internal.codec.layout.SpawnDraft.DIFFICULTY;
import static dev.infrajar.internal.codec.layout.SpawnDraft.DIMENSION_BYTE;
import static dev.infrajar.internal.codec.layout.SpawnDraft.DIMENSION_INDEX;
import static dev.infrajar.internal.codec.layout.SpawnDraft.DIMENSION_INT;
import static dev.infrajar.internal.codec.layout.SpawnDraft.DIMENSION_NAME;
import static dev.infrajar.internal.codec.layout.SpawnDraft.DIMENSION_NBT;
import static dev.infrajar.internal.codec.layout.SpawnDraft.GAME_MODE;
import static dev.infrajar.internal.codec.layout.SpawnDraft.HASHED_SEED;
import static dev.infrajar.internal.codec.layout.SpawnDraft.IS_DEBUG;
import static dev.infrajar.internal.codec.layout.SpawnDraft.IS_FLAT;
import static dev.infrajar.internal.codec.layout.SpawnDraft.LEVEL_TYPE;
import static dev.infrajar.internal.codec.layout.SpawnDraft.PORTAL_COOLDOWN;
import static dev.infrajar.internal.codec.layout.SpawnDraft.PREVIOUS_GAME_MODE;
import static dev.infrajar.internal.codec.layout.SpawnDraft.SEA_LEVEL;
import static dev.infrajar.internal.codec.layout.SpawnDraft.WORLD;

import dev.infrajar.net.packet.play.JoinGame;
import dev.infrajar.net.packet.play.PlayPackets;

/** The layouts of Join Game, each a list of fields in their order on the wire. */
final class JoinGameLayouts {
    private static final Layout<JoinGame> V1_7_2 =
            DRAFTS.layout(ENTITY_ID, GAME_MODE_AND_HARDCORE, DIMENSION_BYTE, DIFFICULTY, MAX_PLAYERS_BYTE, LEVEL_TYPE);

    private static final Layout<JoinGame> V1_8 = DRAFTS.layout(
            ENTITY_ID,
            GAME_MODE_AND_HARDCORE,
            DIMENSION_BYTE,
            DIFFICULTY,
            MAX_PLAYERS_BYTE,
            LEVEL_TYPE,
            REDUCED_DEBUG_INFO);

    private static final Layout<JoinGame> V1_9_1 = DRAFTS.layout(
            ENTITY_ID,
            GAME_MODE_AND_HARDCORE,
            DIMENSION_INT,
            DIFFICULTY,
            MAX_PLAYERS_BYTE,
            LEVEL_TYPE,
            REDUCED_DEBUG_INFO);

    private static final Layout<JoinGame> V1_14 = DRAFTS.layout(
            ENTITY_ID,
            GAME_MODE_AND_HARDCORE,
            DIMENSION_INT,
            MAX_PLAYERS_BYTE,
            LEVEL_TYPE,
            VIEW_DISTANCE,
            REDUCED_DEBUG_INFO);

    private static final Layout<JoinGame> V1_15 = DRAFTS.layout(
            ENTITY_ID,
            GAME_MODE_AND_HARDCORE,
            DIMENSION_INT,
            HASHED_SEED,
            MAX_PLAYERS_BYTE,
            LEVEL_TYPE,
            VIEW_DISTANCE,
            REDUCED_DEBUG_INFO,
            RESPAWN_SCREEN);

    private static final Layout<JoinGame> V1_16 = DRAFTS.layout(
            ENTITY_ID,
            GAME_MODE_AND_HARDCORE,
            PREVIOUS_GAME_MODE,
            WORLDS,
            REGISTRIES,
            DIMENSION_NAME,
            WORLD,
            HASHED_SEED,
            MAX_PLAYERS_BYTE,
            VIEW_DISTANCE,
            REDUCED_DEBUG_INFO,
            RESPAWN_SCREEN,
            IS_DEBUG,
            IS_FLAT);

    private static final Layout<JoinGame> V1_16_2 = DRAFTS.layout(
            ENTITY_ID,
            IS_HARDCORE,
            GAME_MODE,
            PREVIOUS_GAME_MODE,
            WORLDS,
            REGISTRIES,
            DIMENSION_NBT,
            WORLD,
            HASHED_SEED,
            MAX_PLAYERS,
            VIEW_DISTANCE,
            REDUCED_DEBUG_INFO,
            RESPAWN_SCREEN,
            IS_DEBUG,
            IS_FLAT);

    private static final Layout<JoinGame> V1_18 = DRAFTS.layout(
            ENTITY_ID,
            IS_HARDCORE,
            GAME_MODE,
            PREVIOUS_GAME_MODE,
            WORLDS,
            REGISTRIES,
            DIMENSION_NBT,
            WORLD,
            HASHED_SEED,
            MAX_PLAYERS,
            VIEW_DISTANCE,
            SIMULATION_DISTANCE,
            REDUCED_DEBUG_INFO,
            RESPAWN_SCREEN,
            IS_DEBUG,
            IS_FLAT);

    private static final Layout<JoinGame> V1_19 = DRAFTS.layout(
            ENTITY_ID,
            IS_HARDCORE,
            GAME_MODE,
            PREVIOUS_GAME_MODE,
            WORLDS,
            REGISTRIES,
            DIMENSION_NAME,
            WORLD,
            HASHED_SEED,
            MAX_PLAYERS,
            VIEW_DISTANCE,
            SIMULATION_DISTANCE,
            REDUCED_DEBUG_INFO,
            RESPAWN_SCREEN,
            IS_DEBUG,
            IS_FLAT,
            DEATH);

    private static final Layout<JoinGame> V1_20 = DRAFTS.layout(
            ENTITY_ID,
            IS_HARDCORE,
            GAME_MODE,
            PREVIOUS_GAME_MODE,
            WORLDS,
            REGISTRIES,
            DIMENSION_NAME,
            WORLD,
            HASHED_SEED,
            MAX_PLAYERS,
            VIEW_DISTANCE,
            SIMULATION_DISTANCE,
            REDUCED_DEBUG_INFO,
            RESPAWN_SCREEN,
            IS_DEBUG,
            IS_FLAT,
            DEATH,
            PORTAL_COOLDOWN);

    private static final Layout<JoinGame> V1_20_2 = DRAFTS.layout(
            ENTITY_ID,
            IS_HARDCORE,
            WORLDS,
            MAX_PLAYERS,
            VIEW_DISTANCE,
            SIMULATION_DISTANCE,
            REDUCED_DEBUG_INFO,
            RESPAWN_SCREEN,
            LIMITED_CRAFTING,
            DIMENSION_NAME,
            WORLD,
            HASHED_SEED,
            GAME_MODE,
            PREVIOUS_GAME_MODE,
            IS_DEBUG,
            IS_FLAT,
            DEATH,
            PORTAL_COOLDOWN);

    private static final Layout<JoinGame> V1_20_5 = DRAFTS.layout(
            ENTITY_ID,
            IS_HARDCORE,
            WORLDS,
            MAX_PLAYERS,
            VIEW_DISTANCE,
            SIMULATION_DISTANCE,
            REDUCED_DEBUG_INFO,
            RESPAWN_SCREEN,
            LIMITED_CRAFTING,
            DIMENSION_INDEX,
            WORLD,
            HASHED_SEED,
            GAME_MODE,
            PREVIOUS_GAME_MODE,
            IS_DEBUG,
            IS_FLAT,
            DEATH,
            PORTAL_COOLDOWN,
            SECURE_CHAT);

    private static final Layout<JoinGame> V1_21_2 = DRAFTS.layout(
            ENTITY_ID,
            IS_HARDCORE,
            WORLDS,
            MAX_PLAYERS,
            VIEW_DISTANCE,
            SIMULATION_DISTANCE,
            REDUCED_DEBUG_INFO,
            RESPAWN_SCREEN,
            LIMITED_CRAFTING,
            DIMENSION_INDEX,
            WORLD,
            HASHED_SEED,
            GAME_MODE,
            PREVIOUS_GAME_MODE,
            IS_DEBUG,
            IS_FLAT,
            DEATH,
            PORTAL_COOLDOWN,
            SEA_LEVEL,
            SECURE_CHAT);

    private static final Layout<JoinGame> V26_2 = DRAFTS.layout(
            ENTITY_ID,
            IS_HARDCORE,
            WORLDS,
            MAX_PLAYERS,
            VIEW_DISTANCE,
            SIMULATION_DISTANCE,
            REDUCED_DEBUG_INFO,
            RESPAWN_SCREEN,
            LIMITED_CRAFTING,
            DIMENSION_INDEX,
            WORLD,
            HASHED_SEED,
            GAME_MODE,
            PREVIOUS_GAME_MODE,
            IS_DEBUG,
            IS_FLAT,
            DEATH,
            PORTAL_COOLDOWN,
            SEA_LEVEL,
            ONLINE_MODE,
            SECURE_CHAT);

    static final LayoutBands<JoinGame> ALL = LayoutBands.from(4, PlayPackets.JOIN_GAME, "login", V1_7_2)
            .since(47, V1_8)
            .since(108, V1_9_1)
            .since(477, V1_14)
            .since(573, V1_15)
            .since(735, V1_16)
            .since(751, V1_16_2)
            .since(757, V1_18)
            .since(759, V1_19)
            .since(763, V1_20)
            .since(764, V1_20_2)
            .since(766, V1_20_5)
            .since(768, V1_21_2)
            .since(776, V26_2);

    private JoinGameLayouts() {}
}
