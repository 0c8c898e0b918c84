// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.document;

import com.google.gson.JsonElement;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.gson.GsonComponentSerializer;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;
import org.jspecify.annotations.Nullable;

/** The text of the server list in its three forms: section signs, components and JSON. */
public final class Descriptions {
    /** The first protocol whose clients know other colours than the sixteen: 735, Minecraft 1.16. */
    private static final int FIRST_WITH_ALL_COLOURS = 735;

    /** Reads both spellings of free colours: {@code §#rrggbb} and {@code §x§r§r§g§g§b§b}. */
    private static final LegacyComponentSerializer SECTIONS = LegacyComponentSerializer.builder()
            .character(LegacyComponentSerializer.SECTION_CHAR)
            .hexColors()
            .useUnusualXRepeatedCharacterHexFormat()
            .build();

    private Descriptions() {}

    /** The component that a text with section signs means. */
    public static Component ofSections(String text) {
        return SECTIONS.deserialize(text);
    }

    /** The component that a backend's description means; empty where it means none. */
    static Component ofJson(@Nullable JsonElement json) {
        if (json == null || json.isJsonNull()) {
            return Component.empty();
        }
        if (json.isJsonPrimitive()) {
            return ofSections(json.getAsString());
        }
        try {
            return GsonComponentSerializer.gson().deserializeFromTree(json);
        } catch (RuntimeException _) {
            // A backend may send any JSON; the library reports what is wrong with it by many types, such as
            // JsonParseException and InvalidKeyException. The JSON itself still goes to the client unless a plugin
            // writes another text.
            return Component.empty();
        }
    }

    /** JSON that clients of a protocol can show: free colours become the nearest of the sixteen for old ones. */
    public static JsonElement toJson(Component text, int protocol) {
        GsonComponentSerializer serializer = hasAllColours(protocol)
                ? GsonComponentSerializer.gson()
                : GsonComponentSerializer.colorDownsamplingGson();
        return serializer.serializeToTree(text);
    }

    /** Whether clients of a protocol know other colours than the sixteen. */
    public static boolean hasAllColours(int protocol) {
        return protocol >= FIRST_WITH_ALL_COLOURS;
    }

    /** One line with the sixteen colours, for legacy pings, whose answers hold NUL as a separator. */
    public static String toLegacyLine(Component text) {
        return LegacyComponentSerializer.legacySection()
                .serialize(text)
                .replace('\n', ' ')
                .replace("\0", "");
    }
}
