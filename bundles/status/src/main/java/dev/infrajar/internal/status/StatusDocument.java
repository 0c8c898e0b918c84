// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.infrajar.net.core.StatusReply;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a Status Response. Immutable: every change makes a copy, in which all members that nobody asked about
 * stay as they are.
 *
 * @param json has the objects {@code version} and {@code players} with their numbers; never changed
 */
record StatusDocument(JsonObject json) {
    /** The most characters of the JSON: the string field of the Status Response packet, in all versions. */
    static final int MAX_CHARS = 32_767;

    static StatusDocument of(String versionName, int protocol, int online, int max, JsonElement description) {
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

    String versionName() {
        JsonElement name = version().get("name");
        return name != null && name.isJsonPrimitive() ? name.getAsString() : "";
    }

    int protocol() {
        return version().get("protocol").getAsInt();
    }

    int online() {
        return players().get("online").getAsInt();
    }

    int max() {
        return players().get("max").getAsInt();
    }

    @Nullable
    JsonElement description() {
        return json.get("description");
    }

    JsonObject version() {
        return json.getAsJsonObject("version");
    }

    JsonObject players() {
        return json.getAsJsonObject("players");
    }

    /** The same with the parts of an entry laid over it: the text always, the rest where it is set. */
    StatusDocument overlaidWith(MotdEntry entry, int protocol) {
        StatusDocument copy = copy();
        copy.json.add("description", Descriptions.toJson(Descriptions.ofSections(entry.text()), protocol));
        entry.versionName().ifPresent(name -> copy.version().addProperty("name", name));
        entry.maxPlayers().ifPresent(max -> copy.players().addProperty("max", max));
        return copy;
    }

    StatusDocument copy() {
        return new StatusDocument(json.deepCopy());
    }

    boolean fitsPacket() {
        return toText().length() <= MAX_CHARS;
    }

    String toText() {
        return json.toString();
    }

    StatusReply.Legacy toLegacy() {
        String line = Descriptions.toLegacyLine(Descriptions.ofJson(description()));
        return new StatusReply.Legacy(protocol(), versionName(), line, online(), max());
    }
}
