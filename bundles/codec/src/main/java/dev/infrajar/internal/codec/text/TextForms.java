// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.text;

import dev.infrajar.internal.codec.tables.Bands;
import dev.infrajar.net.packet.Phase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.kyori.adventure.text.serializer.gson.GsonComponentSerializer;
import net.kyori.adventure.text.serializer.json.JSONOptions;

/** Finds how a version writes texts. Thread-safe; a serializer is made when the first session needs it. */
public final class TextForms {
    /**
     * The data versions at which the JSON of texts changed, as adventure's {@link JSONOptions#byDataVersion()} counts, by the
     * first protocol of a release that has the change: RGB colours and hover contents (1.16), UUIDs as integers (1.20.3),
     * items with components (1.20.5), shadows (1.21.4), snake case events (1.21.5), pages as numbers (1.21.6).
     */
    private static final Bands<Integer> DATA_VERSIONS = Bands.from(Integer.MIN_VALUE, 0)
            .since(735, 2526)
            .since(765, 3679)
            .since(766, 3819)
            .since(769, 4174)
            .since(770, 4298)
            .since(771, 4422);

    private enum Encoding {
        JSON,
        NBT
    }

    private static final Bands<Encoding> ENCODINGS =
            Bands.from(Integer.MIN_VALUE, Encoding.JSON).since(765, Encoding.NBT);

    private final Map<Integer, GsonComponentSerializer> serializers = new ConcurrentHashMap<>();

    /** The form of a version and phase. */
    public TextForm of(int protocol, Phase phase) {
        GsonComponentSerializer serializer =
                serializers.computeIfAbsent(DATA_VERSIONS.at(protocol).orElseThrow(), TextForms::serializer);
        Encoding encoding =
                phase == Phase.LOGIN ? Encoding.JSON : ENCODINGS.at(protocol).orElseThrow();
        return switch (encoding) {
            case JSON -> new JsonText(serializer);
            case NBT -> new NbtText(serializer);
        };
    }

    private static GsonComponentSerializer serializer(int dataVersion) {
        // Always an object: a bare string is a valid text too, but not every client's reader knows.
        return GsonComponentSerializer.builder()
                .options(JSONOptions.byDataVersion().at(dataVersion))
                .editOptions(options -> options.value(JSONOptions.EMIT_COMPACT_TEXT_COMPONENT, false))
                .build();
    }
}
