// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import static dev.infrajar.internal.codec.layout.SpawnDraft.DEATH;
import static dev.infrajar.internal.codec.layout.SpawnDraft.DIFFICULTY;
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

import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.Respawn;

/** The layouts of Respawn, each a list of fields in their order on the wire. */
final class RespawnLayouts {
    /** A Respawn packet while it is read or written. */
    private static final class Draft extends SpawnDraft {
        private int kept = Respawn.KEEP_NOTHING;

        private static Draft of(Respawn packet) {
            Draft draft = new Draft();
            draft.setSpawn(packet.spawn());
            draft.kept = packet.kept();
            return draft;
        }

        private Respawn toPacket() {
            return new Respawn(spawn(), kept);
        }
    }

    /** 1.16 to 1.19.2. */
    private static final Field<Draft> KEPT_ALL = new Field<>(
            (in, draft) -> draft.kept = in.bool() ? Respawn.KEEP_ALL : Respawn.KEEP_NOTHING,
            (out, draft) -> out.bool(draft.kept != Respawn.KEEP_NOTHING));

    private static final Field<Draft> KEPT =
            new Field<>((in, draft) -> draft.kept = in.uint8(), (out, draft) -> out.int8(draft.kept));

    private static final Field.Drafts<Respawn, Draft> DRAFTS =
            new Field.Drafts<>(Draft::new, Draft::of, Draft::toPacket);

    private static final Layout<Respawn> V1_7_2 = DRAFTS.layout(DIMENSION_INT, DIFFICULTY, GAME_MODE, LEVEL_TYPE);

    private static final Layout<Respawn> V1_14 = DRAFTS.layout(DIMENSION_INT, GAME_MODE, LEVEL_TYPE);

    private static final Layout<Respawn> V1_15 = DRAFTS.layout(DIMENSION_INT, HASHED_SEED, GAME_MODE, LEVEL_TYPE);

    private static final Layout<Respawn> V1_16 = DRAFTS.layout(
            DIMENSION_NAME, WORLD, HASHED_SEED, GAME_MODE, PREVIOUS_GAME_MODE, IS_DEBUG, IS_FLAT, KEPT_ALL);

    private static final Layout<Respawn> V1_16_2 = DRAFTS.layout(
            DIMENSION_NBT, WORLD, HASHED_SEED, GAME_MODE, PREVIOUS_GAME_MODE, IS_DEBUG, IS_FLAT, KEPT_ALL);

    private static final Layout<Respawn> V1_19 = DRAFTS.layout(
            DIMENSION_NAME, WORLD, HASHED_SEED, GAME_MODE, PREVIOUS_GAME_MODE, IS_DEBUG, IS_FLAT, KEPT_ALL, DEATH);

    private static final Layout<Respawn> V1_19_3 = DRAFTS.layout(
            DIMENSION_NAME, WORLD, HASHED_SEED, GAME_MODE, PREVIOUS_GAME_MODE, IS_DEBUG, IS_FLAT, KEPT, DEATH);

    private static final Layout<Respawn> V1_20 = DRAFTS.layout(
            DIMENSION_NAME,
            WORLD,
            HASHED_SEED,
            GAME_MODE,
            PREVIOUS_GAME_MODE,
            IS_DEBUG,
            IS_FLAT,
            KEPT,
            DEATH,
            PORTAL_COOLDOWN);

    private static final Layout<Respawn> V1_20_2 = DRAFTS.layout(
            DIMENSION_NAME,
            WORLD,
            HASHED_SEED,
            GAME_MODE,
            PREVIOUS_GAME_MODE,
            IS_DEBUG,
            IS_FLAT,
            DEATH,
            PORTAL_COOLDOWN,
            KEPT);

    private static final Layout<Respawn> V1_20_5 = DRAFTS.layout(
            DIMENSION_INDEX,
            WORLD,
            HASHED_SEED,
            GAME_MODE,
            PREVIOUS_GAME_MODE,
            IS_DEBUG,
            IS_FLAT,
            DEATH,
            PORTAL_COOLDOWN,
            KEPT);

    private static final Layout<Respawn> V1_21_2 = DRAFTS.layout(
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
            KEPT);

    static final LayoutBands<Respawn> ALL = LayoutBands.from(4, PlayPackets.RESPAWN, "respawn", V1_7_2)
            .since(477, V1_14)
            .since(573, V1_15)
            .since(735, V1_16)
            .since(751, V1_16_2)
            .since(759, V1_19)
            .since(761, V1_19_3)
            .since(763, V1_20)
            .since(764, V1_20_2)
            .since(766, V1_20_5)
            .since(768, V1_21_2);

    private RespawnLayouts() {}
}
