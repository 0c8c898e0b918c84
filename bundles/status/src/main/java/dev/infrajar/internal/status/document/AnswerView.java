// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.infrajar.api.event.StatusAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A status document as plugins see it. Only the parts that a plugin has changed are written back, so that what the
 * view cannot express survives in all others.
 *
 * @param document the whole
 * @param answer its visible parts
 */
public record AnswerView(StatusDocument document, StatusAnswer answer) {
    /** Stands for an id that is missing or no UUID; clients do not look at it. */
    private static final UUID NO_ID = new UUID(0, 0);

    /** The view of a document. */
    public static AnswerView of(StatusDocument document) {
        StatusAnswer answer = new StatusAnswer(
                Descriptions.ofJson(document.description()),
                document.versionName(),
                document.protocol(),
                document.online(),
                document.max(),
                sample(document.players().get("sample")),
                string(document.json().get("favicon")));
        return new AnswerView(document, answer);
    }

    /** The document with what differs between the view and the answer after it. */
    public StatusDocument changedTo(StatusAnswer after, int clientProtocol) {
        StatusDocument changed = document.copy();
        if (!after.description().equals(answer.description())) {
            changed.json().add("description", Descriptions.toJson(after.description(), clientProtocol));
        }
        if (!after.favicon().equals(answer.favicon())) {
            changed.json().remove("favicon");
            after.favicon().ifPresent(icon -> changed.json().addProperty("favicon", icon));
        }
        changeVersion(changed.version(), after);
        changePlayers(changed.players(), after);
        return changed;
    }

    private void changeVersion(JsonObject version, StatusAnswer after) {
        if (!after.versionName().equals(answer.versionName())) {
            version.addProperty("name", after.versionName());
        }
        if (after.protocol() != answer.protocol()) {
            version.addProperty("protocol", after.protocol());
        }
    }

    private void changePlayers(JsonObject players, StatusAnswer after) {
        if (after.onlinePlayers() != answer.onlinePlayers()) {
            players.addProperty("online", after.onlinePlayers());
        }
        if (after.maxPlayers() != answer.maxPlayers()) {
            players.addProperty("max", after.maxPlayers());
        }
        if (!after.sample().equals(answer.sample())) {
            players.add("sample", toJson(after.sample()));
        }
    }

    private static List<StatusAnswer.SamplePlayer> sample(@Nullable JsonElement json) {
        List<StatusAnswer.SamplePlayer> sample = new ArrayList<>();
        if (json instanceof JsonArray lines) {
            for (JsonElement line : lines) {
                if (line instanceof JsonObject player) {
                    string(player.get("name"))
                            .ifPresent(name -> sample.add(new StatusAnswer.SamplePlayer(name, id(player.get("id")))));
                }
            }
        }
        return sample;
    }

    private static UUID id(@Nullable JsonElement json) {
        try {
            return string(json).map(UUID::fromString).orElse(NO_ID);
        } catch (IllegalArgumentException _) {
            return NO_ID;
        }
    }

    private static Optional<String> string(@Nullable JsonElement json) {
        return json instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    private static JsonArray toJson(List<StatusAnswer.SamplePlayer> sample) {
        JsonArray lines = new JsonArray();
        for (StatusAnswer.SamplePlayer player : sample) {
            JsonObject line = new JsonObject();
            line.addProperty("name", player.name());
            line.addProperty("id", player.id().toString());
            lines.add(line);
        }
        return lines;
    }
}
