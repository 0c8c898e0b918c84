// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.nbt.NbtTag;
import dev.infrajar.net.packet.play.JoinGame;
import java.util.List;
import java.util.Optional;

/** A Join Game packet while it is read or written. */
final class JoinGameDraft extends SpawnDraft {
    /** Bit of the game mode before 1.16.2. */
    private static final int HARDCORE_BIT = 8;

    private static final int MAX_WORLDS = 4096;

    static final Field.Drafts<JoinGame, JoinGameDraft> DRAFTS =
            new Field.Drafts<>(JoinGameDraft::new, JoinGameDraft::of, JoinGameDraft::toPacket);

    static final Field<JoinGameDraft> ENTITY_ID =
            new Field<>((in, draft) -> draft.entityId = in.int32(), (out, draft) -> out.int32(draft.entityId));

    /** Up to 1.16.1. */
    static final Field<JoinGameDraft> GAME_MODE_AND_HARDCORE = new Field<>(
            (in, draft) -> {
                int mode = in.uint8();
                draft.isHardcore = (mode & HARDCORE_BIT) != 0;
                draft.setGameMode(mode & ~HARDCORE_BIT);
            },
            (out, draft) -> out.int8(draft.gameMode() | (draft.isHardcore ? HARDCORE_BIT : 0)));

    static final Field<JoinGameDraft> IS_HARDCORE =
            new Field<>((in, draft) -> draft.isHardcore = in.bool(), (out, draft) -> out.bool(draft.isHardcore));

    static final Field<JoinGameDraft> WORLDS = new Field<>(
            (in, draft) -> draft.worlds = in.list(MAX_WORLDS, in::string),
            (out, draft) -> out.list(draft.worlds, out::string));

    static final Field<JoinGameDraft> REGISTRIES =
            new Field<>((in, draft) -> draft.registries = in.nbt(), (out, draft) -> out.nbt(draft.registries));

    /** Up to 1.16.1. */
    static final Field<JoinGameDraft> MAX_PLAYERS_BYTE =
            new Field<>((in, draft) -> draft.maxPlayers = in.uint8(), (out, draft) -> out.int8(draft.maxPlayers));

    static final Field<JoinGameDraft> MAX_PLAYERS =
            new Field<>((in, draft) -> draft.maxPlayers = in.varInt(), (out, draft) -> out.varInt(draft.maxPlayers));

    static final Field<JoinGameDraft> VIEW_DISTANCE = new Field<>(
            (in, draft) -> draft.viewDistance = in.varInt(), (out, draft) -> out.varInt(draft.viewDistance));

    static final Field<JoinGameDraft> SIMULATION_DISTANCE = new Field<>(
            (in, draft) -> draft.simulationDistance = in.varInt(),
            (out, draft) -> out.varInt(draft.simulationDistance));

    static final Field<JoinGameDraft> REDUCED_DEBUG_INFO = new Field<>(
            (in, draft) -> draft.hasReducedDebugInfo = in.bool(), (out, draft) -> out.bool(draft.hasReducedDebugInfo));

    static final Field<JoinGameDraft> RESPAWN_SCREEN = new Field<>(
            (in, draft) -> draft.hasRespawnScreen = in.bool(), (out, draft) -> out.bool(draft.hasRespawnScreen));

    static final Field<JoinGameDraft> LIMITED_CRAFTING = new Field<>(
            (in, draft) -> draft.hasLimitedCrafting = in.bool(), (out, draft) -> out.bool(draft.hasLimitedCrafting));

    static final Field<JoinGameDraft> ONLINE_MODE =
            new Field<>((in, draft) -> draft.isOnlineMode = in.bool(), (out, draft) -> out.bool(draft.isOnlineMode));

    static final Field<JoinGameDraft> SECURE_CHAT = new Field<>(
            (in, draft) -> draft.enforcesSecureChat = in.bool(), (out, draft) -> out.bool(draft.enforcesSecureChat));

    private int entityId;
    private boolean isHardcore;
    private List<String> worlds = List.of();
    private Optional<NbtTag> registries = Optional.empty();
    private int maxPlayers;
    private int viewDistance;
    private int simulationDistance;
    private boolean hasReducedDebugInfo;
    private boolean hasRespawnScreen = true;
    private boolean hasLimitedCrafting;
    private boolean isOnlineMode;
    private boolean enforcesSecureChat;

    private JoinGameDraft() {}

    private static JoinGameDraft of(JoinGame packet) {
        JoinGameDraft draft = new JoinGameDraft();
        draft.setSpawn(packet.spawn());
        draft.entityId = packet.entityId();
        draft.isHardcore = packet.isHardcore();
        draft.worlds = packet.worlds();
        draft.registries = packet.registries();
        draft.maxPlayers = packet.maxPlayers();
        draft.viewDistance = packet.viewDistance();
        draft.simulationDistance = packet.simulationDistance();
        draft.hasReducedDebugInfo = packet.hasReducedDebugInfo();
        draft.hasRespawnScreen = packet.hasRespawnScreen();
        draft.hasLimitedCrafting = packet.hasLimitedCrafting();
        draft.isOnlineMode = packet.isOnlineMode();
        draft.enforcesSecureChat = packet.enforcesSecureChat();
        return draft;
    }

    private JoinGame toPacket() {
        return new JoinGame(
                entityId,
                isHardcore,
                spawn(),
                worlds,
                registries,
                maxPlayers,
                viewDistance,
                simulationDistance,
                hasReducedDebugInfo,
                hasRespawnScreen,
                hasLimitedCrafting,
                isOnlineMode,
                enforcesSecureChat);
    }
}
