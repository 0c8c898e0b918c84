// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.infrajar.net.identity.GameProfile;
import dev.infrajar.net.packet.login.ProfileProperty;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the profile that a session server answers with. */
final class ProfileJson {
    /** Far more than there are (one or two); what login packets hold of them must be bounded. */
    private static final int MAX_PROPERTIES = 16;

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{32}");

    /** Names of old accounts have other characters than letters, digits and underscore; spaces and controls none has. */
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E]{1," + GameProfile.MAX_NAME_CHARS + "}");

    private ProfileJson() {}

    /**
     * Reads a profile.
     *
     * @throws IllegalArgumentException if it is none; the message says why, without what was read
     */
    static GameProfile read(String json) {
        if (!(parsed(json) instanceof JsonObject profile)) {
            throw new IllegalArgumentException("is not a JSON object");
        }
        String name = text(profile, "name");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("has a name that is not 1 to 16 printable ASCII characters");
        }
        return new GameProfile(uuid(text(profile, "id")), name, properties(profile.get("properties")));
    }

    private static JsonElement parsed(String json) {
        try {
            return JsonParser.parseString(json);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("is not JSON", e);
        }
    }

    private static UUID uuid(String digits) {
        String plain = digits.replace("-", "");
        if (!ID.matcher(plain).matches()) {
            throw new IllegalArgumentException("has an id that is not a UUID");
        }
        BigInteger number = new BigInteger(plain, 16);
        return new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }

    private static List<ProfileProperty> properties(@Nullable JsonElement json) {
        return switch (json) {
            case null -> List.of();
            case JsonNull _ -> List.of();
            case JsonArray array
            when array.size() <= MAX_PROPERTIES ->
                StreamSupport.stream(array.spliterator(), false)
                        .map(ProfileJson::property)
                        .toList();
            default ->
                throw new IllegalArgumentException("has properties that are not a list of at most " + MAX_PROPERTIES);
        };
    }

    private static ProfileProperty property(JsonElement json) {
        if (!(json instanceof JsonObject property)) {
            throw new IllegalArgumentException("has a property that is not an object");
        }
        JsonElement signature = property.get("signature");
        boolean isSigned = signature != null && !signature.isJsonNull();
        return new ProfileProperty(
                text(property, "name"),
                text(property, "value"),
                isSigned ? Optional.of(text(property, "signature")) : Optional.empty());
    }

    private static String text(JsonObject object, String member) {
        if (object.get(member) instanceof JsonPrimitive text && text.isString()) {
            return text.getAsString();
        }
        throw new IllegalArgumentException("has no text \"" + member + "\"");
    }
}
