// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.packet.play.DeathLocation;
import dev.infrajar.net.packet.play.Dimension;
import dev.infrajar.net.packet.play.Spawn;
import dev.infrajar.net.wire.WireException;
import java.util.Optional;

/** A world while it is read or written: what Join Game and Respawn have in common. */
class SpawnDraft {
    private static final int MAX_LEVEL_TYPE_CHARS = 16;

    /** 1.7 to 1.9 in Join Game. */
    static final Field<SpawnDraft> DIMENSION_BYTE = new Field<>(
            (in, draft) -> draft.dimension = new Dimension.Numbered(in.int8()),
            (out, draft) -> out.int8(draft.dimensionAs(Dimension.Numbered.class).id()));

    /** Up to 1.15.2. */
    static final Field<SpawnDraft> DIMENSION_INT = new Field<>(
            (in, draft) -> draft.dimension = new Dimension.Numbered(in.int32()),
            (out, draft) ->
                    out.int32(draft.dimensionAs(Dimension.Numbered.class).id()));

    /** 1.16, 1.16.1 and 1.19 to 1.20.4. */
    static final Field<SpawnDraft> DIMENSION_NAME = new Field<>(
            (in, draft) -> draft.dimension = new Dimension.Named(in.string()),
            (out, draft) -> out.string(draft.dimensionAs(Dimension.Named.class).name()));

    /** 1.16.2 to 1.18.2. */
    static final Field<SpawnDraft> DIMENSION_NBT = new Field<>(
            (in, draft) ->
                    draft.dimension = new Dimension.Described(in.nbt().orElseThrow(() -> WireException.NBT_MALFORMED)),
            (out, draft) -> out.nbt(
                    Optional.of(draft.dimensionAs(Dimension.Described.class).type())));

    /** Since 1.20.5. */
    static final Field<SpawnDraft> DIMENSION_INDEX = new Field<>(
            (in, draft) -> draft.dimension = new Dimension.Registered(in.varInt()),
            (out, draft) ->
                    out.varInt(draft.dimensionAs(Dimension.Registered.class).index()));

    static final Field<SpawnDraft> WORLD =
            new Field<>((in, draft) -> draft.world = in.string(), (out, draft) -> out.string(draft.world));

    static final Field<SpawnDraft> HASHED_SEED =
            new Field<>((in, draft) -> draft.hashedSeed = in.int64(), (out, draft) -> out.int64(draft.hashedSeed));

    static final Field<SpawnDraft> DIFFICULTY =
            new Field<>((in, draft) -> draft.difficulty = in.uint8(), (out, draft) -> out.int8(draft.difficulty));

    static final Field<SpawnDraft> GAME_MODE =
            new Field<>((in, draft) -> draft.gameMode = in.uint8(), (out, draft) -> out.int8(draft.gameMode));

    static final Field<SpawnDraft> PREVIOUS_GAME_MODE = new Field<>(
            (in, draft) -> draft.previousGameMode = in.int8(), (out, draft) -> out.int8(draft.previousGameMode));

    static final Field<SpawnDraft> LEVEL_TYPE = new Field<>(
            (in, draft) -> draft.levelType = in.string(MAX_LEVEL_TYPE_CHARS),
            (out, draft) -> out.string(draft.levelType, MAX_LEVEL_TYPE_CHARS));

    static final Field<SpawnDraft> IS_DEBUG =
            new Field<>((in, draft) -> draft.isDebug = in.bool(), (out, draft) -> out.bool(draft.isDebug));

    static final Field<SpawnDraft> IS_FLAT =
            new Field<>((in, draft) -> draft.isFlat = in.bool(), (out, draft) -> out.bool(draft.isFlat));

    static final Field<SpawnDraft> DEATH = new Field<>(
            (in, draft) -> draft.death = in.optional(() -> new DeathLocation(in.string(), in.int64())),
            (out, draft) -> out.optional(draft.death, death -> {
                out.string(death.world());
                out.int64(death.position());
            }));

    static final Field<SpawnDraft> PORTAL_COOLDOWN = new Field<>(
            (in, draft) -> draft.portalCooldown = in.varInt(), (out, draft) -> out.varInt(draft.portalCooldown));

    static final Field<SpawnDraft> SEA_LEVEL =
            new Field<>((in, draft) -> draft.seaLevel = in.varInt(), (out, draft) -> out.varInt(draft.seaLevel));

    private Dimension dimension = new Dimension.Numbered(0);
    private String world = "";
    private long hashedSeed;
    private int difficulty;
    private int gameMode;
    private int previousGameMode = -1;
    private String levelType = "";
    private boolean isDebug;
    private boolean isFlat;
    private Optional<DeathLocation> death = Optional.empty();
    private int portalCooldown;
    private int seaLevel;

    final void setSpawn(Spawn spawn) {
        dimension = spawn.dimension();
        world = spawn.world();
        hashedSeed = spawn.hashedSeed();
        difficulty = spawn.difficulty();
        gameMode = spawn.gameMode();
        previousGameMode = spawn.previousGameMode();
        levelType = spawn.levelType();
        isDebug = spawn.isDebug();
        isFlat = spawn.isFlat();
        death = spawn.death();
        portalCooldown = spawn.portalCooldown();
        seaLevel = spawn.seaLevel();
    }

    final Spawn spawn() {
        return new Spawn(
                dimension,
                world,
                hashedSeed,
                difficulty,
                gameMode,
                previousGameMode,
                levelType,
                isDebug,
                isFlat,
                death,
                portalCooldown,
                seaLevel);
    }

    final int gameMode() {
        return gameMode;
    }

    final void setGameMode(int gameMode) {
        this.gameMode = gameMode;
    }

    private <T extends Dimension> T dimensionAs(Class<T> form) {
        if (!form.isInstance(dimension)) {
            throw new IllegalArgumentException(
                    "this version names dimensions as " + form.getSimpleName() + ", not " + dimension);
        }
        return form.cast(dimension);
    }
}
