// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.infrajar.net.transport.Cidr;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON forms of bans and audit entries. A target is {@code {"type": "username", "value": "Steve"}}; read are also
 * {@code {"username": "Steve"}} and {@code {"Username": "Steve"}}, which the same kind of definition gives in other settings
 * of the reference's serialiser.
 */
final class BanJson {
    private static final String UNKNOWN_SOURCE = "unknown";

    private BanJson() {}

    /**
     * Reads a ban.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    static Ban readBan(JsonElement json) {
        if (!(json instanceof JsonObject entry)) {
            throw new IllegalArgumentException("it is not an object");
        }
        return new Ban(
                readTarget(entry.get("target")),
                text(entry, "reason"),
                time(entry, "created_at"),
                time(entry, "expires_at"),
                source(entry.get("source")));
    }

    static JsonObject write(Ban ban) {
        JsonObject entry = new JsonObject();
        entry.add("target", write(ban.target()));
        entry.add("reason", write(ban.reason()));
        entry.add("expires_at", writeTime(ban.expiresAt()));
        entry.add("created_at", writeTime(ban.createdAt()));
        entry.addProperty("source", ban.source());
        return entry;
    }

    static JsonObject write(AuditEntry audit) {
        JsonObject entry = new JsonObject();
        entry.addProperty("action", audit.action().word());
        entry.add("target", write(audit.target()));
        entry.add("reason", write(audit.reason()));
        entry.addProperty("source", audit.source());
        entry.add("timestamp", writeTime(Optional.of(audit.timestamp())));
        return entry;
    }

    private static Target readTarget(@Nullable JsonElement json) {
        if (!(json instanceof JsonObject target)) {
            throw new IllegalArgumentException("its target is not an object");
        }
        if (target.has("type")) {
            return readTarget(required(target, "type"), required(target, "value"));
        }
        Map.Entry<String, JsonElement> only = target.entrySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its target is empty"));
        return readTarget(only.getKey(), required(target, only.getKey()));
    }

    private static Target readTarget(String type, String value) {
        return switch (type.toLowerCase(Locale.ROOT).replace("_", "")) {
            case "ip", "iprange" -> Target.address(value);
            case "username" -> Target.name(value);
            case "uuid" -> Target.uuid(value);
            default ->
                throw new IllegalArgumentException(
                        "the type \"" + type + "\" of its target is not ip, username or uuid");
        };
    }

    /** A block has a type of its own, as newer versions of the reference write it: they refuse one of type {@code ip}. */
    private static JsonObject write(Target target) {
        boolean isBlock = target instanceof Target.Address(Cidr block) && !block.equals(Cidr.of(block.address()));
        JsonObject json = new JsonObject();
        json.addProperty("type", isBlock ? "ip_range" : target.kind());
        json.addProperty("value", target.toString());
        return json;
    }

    private static String required(JsonObject object, String member) {
        return text(object, member)
                .orElseThrow(() -> new IllegalArgumentException("the \"" + member + "\" of its target is missing"));
    }

    private static Optional<String> text(JsonObject object, String member) {
        return switch (object.get(member)) {
            case null -> Optional.empty();
            case JsonNull _ -> Optional.empty();
            case JsonPrimitive text when text.isString() -> Optional.of(text.getAsString());
            default -> throw new IllegalArgumentException("its \"" + member + "\" is not a text");
        };
    }

    private static Optional<Instant> time(JsonObject object, String member) {
        return switch (object.get(member)) {
            case null -> Optional.empty();
            case JsonNull _ -> Optional.empty();
            case JsonPrimitive number when number.isNumber() -> Optional.of(time(member, number.getAsBigDecimal()));
            default -> throw new IllegalArgumentException("its \"" + member + "\" is not a number of seconds");
        };
    }

    private static Instant time(String member, BigDecimal seconds) {
        try {
            return Instant.ofEpochSecond(seconds.longValueExact());
        } catch (ArithmeticException | DateTimeException _) {
            throw new IllegalArgumentException("its \"" + member + "\" is not a point in time in whole seconds");
        }
    }

    /** A text, or the form {@code {"type": "plugin", "value": "ID"}} of newer versions of the reference. */
    private static String source(@Nullable JsonElement json) {
        return switch (json) {
            case JsonPrimitive text when text.isString() -> text.getAsString();
            case JsonObject object
            when object.has("type") ->
                text(object, "value")
                        .map(value -> required(object, "type") + " " + value)
                        .orElseGet(() -> required(object, "type"));
            case null, default -> UNKNOWN_SOURCE;
        };
    }

    private static JsonElement write(Optional<String> text) {
        return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
    }

    private static JsonElement writeTime(Optional<Instant> time) {
        return time.<JsonElement>map(moment -> new JsonPrimitive(moment.getEpochSecond()))
                .orElse(JsonNull.INSTANCE);
    }
}
