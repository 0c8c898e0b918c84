// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.relay;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.infrajar.internal.status.document.StatusDocument;
import java.io.IOException;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** Reads what a backend answered, and checks that clients could use it. */
final class StatusParser {
    private static final TypeAdapter<JsonElement> TREES = new Gson().getAdapter(JsonElement.class);

    private StatusParser() {}

    static Relayed parse(String text) {
        try {
            return check(tree(text));
        } catch (MalformedJsonException | JsonParseException _) {
            return new Relayed.Unusable("the answer is not valid JSON");
        } catch (IOException _) {
            return new Relayed.Unusable("the answer ends within its JSON");
        }
    }

    /**
     * Raw control characters within strings are let through, since clients do so too, and written with an escape
     * again. The reader bounds the nesting.
     */
    private static JsonElement tree(String text) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.LEGACY_STRICT);
        JsonElement tree = TREES.read(reader);
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new MalformedJsonException("text after the end");
        }
        return tree;
    }

    private static Relayed check(JsonElement tree) {
        if (!(tree instanceof JsonObject json)) {
            return new Relayed.Unusable("the answer is not a JSON object");
        }
        if (!(json.get("version") instanceof JsonObject version) || !isInt(version.get("protocol"))) {
            return new Relayed.Unusable("the answer has no valid version");
        }
        if (!(json.get("players") instanceof JsonObject players)
                || !isInt(players.get("online"))
                || !isInt(players.get("max"))) {
            return new Relayed.Unusable("the answer has no valid players");
        }
        return new Relayed.Answer(new StatusDocument(json));
    }

    private static boolean isInt(@Nullable JsonElement element) {
        if (element == null
                || !element.isJsonPrimitive()
                || !element.getAsJsonPrimitive().isNumber()) {
            return false;
        }
        try {
            element.getAsBigDecimal().intValueExact();
            return true;
        } catch (ArithmeticException | NumberFormatException _) {
            return false;
        }
    }
}
