// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.infrajar.net.core.StatusReply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a Status Response. Immutable: every change makes a copy, in which all members that nobody asked about
 * stay as they are.
 *
 * @param json has the objects {@code version} and {@code players} with their numbers; never changed
 */
public record StatusDocument(JsonObject json) {
    /** The most characters of the JSON: the string field of the Status Response packet, in all versions. */
    public static final int MAX_CHARS = 32_767;

    /** An answer without an icon. */
    public static StatusDocument of(String versionName, int protocol, int online, int max, JsonElement description) {
        JsonObject version = new JsonObject();
        version.addProperty("name", versionName);
        version.addProperty("protocol", protocol);
        JsonObject players = new JsonObject();
        players.addProperty("max", max);
        players.addProperty("online", online);
        JsonObject json = new JsonObject();
        json.add("version", version);
        json.add("players", players);
        json.add("description", description);
        return new StatusDocument(json);
    }

    /** The version name; empty when there is none. */
    public String versionName() {
        JsonElement name = version().get("name");
        return name != null && name.isJsonPrimitive() ? name.getAsString() : "";
    }

    /** The protocol number. */
    public int protocol() {
        return version().get("protocol").getAsInt();
    }

    /** The players online. */
    public int online() {
        return players().get("online").getAsInt();
    }

    /** The most players. */
    public int max() {
        return players().get("max").getAsInt();
    }

    @Nullable
    JsonElement description() {
        return json.get("description");
    }

    /** The object {@code version}. */
    public JsonObject version() {
        return json.getAsJsonObject("version");
    }

    /** The object {@code players}. */
    public JsonObject players() {
        return json.getAsJsonObject("players");
    }

    /** The same with another icon, or with none. */
    public StatusDocument withFavicon(Optional<String> favicon) {
        StatusDocument copy = copy();
        copy.json.remove("favicon");
        favicon.ifPresent(icon -> copy.json.addProperty("favicon", icon));
        return copy;
    }

    /** A copy whose JSON may be changed. */
    public StatusDocument copy() {
        return new StatusDocument(json.deepCopy());
    }

    /** Whether a Status Response can hold it. */
    public boolean fitsPacket() {
        return toText().length() <= MAX_CHARS;
    }

    /** The JSON. */
    public String toText() {
        return json.toString();
    }

    /** The parts that a legacy ping shows. */
    public StatusReply.Legacy toLegacy() {
        String line = Descriptions.toLegacyLine(Descriptions.ofJson(description()));
        return new StatusReply.Legacy(protocol(), versionName(), line, online(), max());
    }
}
