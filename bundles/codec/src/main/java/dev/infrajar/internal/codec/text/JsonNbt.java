// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.infrajar.net.nbt.NbtTag;
import dev.infrajar.net.wire.WireException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The same text in JSON and in NBT. NBT has no truth values: they are bytes. Its lists have one type: in a mixed list what is
 * no compound is wrapped into one with an empty name, as vanilla does.
 */
final class JsonNbt {
    private static final String WRAPPED = "";

    /** The keys of a text whose values are truth values: what a byte means cannot be seen otherwise. */
    private static final Set<String> TRUTHS =
            Set.of("bold", "italic", "underlined", "strikethrough", "obfuscated", "interpret", "plain", "hat");

    /** Whole numbers that fit into 64 bits. */
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private JsonNbt() {}

    static NbtTag toNbt(JsonElement json) {
        return switch (json) {
            case JsonPrimitive primitive -> primitive(primitive);
            case JsonArray array -> array(array);
            case JsonObject object -> compound(object);
            default -> throw new IllegalArgumentException("a text with " + json);
        };
    }

    private static NbtTag primitive(JsonPrimitive primitive) {
        if (primitive.isString()) {
            return new NbtTag.Text(primitive.getAsString());
        }
        return primitive.isBoolean() ? NbtTag.Int8.of(primitive.getAsBoolean()) : number(primitive);
    }

    private static NbtTag number(JsonPrimitive primitive) {
        if (primitive.getAsNumber() instanceof Float single) {
            return new NbtTag.Float32(single);
        }
        String digits = primitive.getAsString();
        if (WHOLE.matcher(digits).matches()) {
            return whole(Long.parseLong(digits));
        }
        double value = primitive.getAsDouble();
        // A peer's JSON can hold numbers that no tag can: players read them just the same.
        return Double.isFinite(value) ? new NbtTag.Float64(value) : new NbtTag.Text(digits);
    }

    private static NbtTag whole(long value) {
        return value == (int) value ? new NbtTag.Int32((int) value) : new NbtTag.Int64(value);
    }

    private static NbtTag array(JsonArray array) {
        List<NbtTag> tags = new ArrayList<>(array.size());
        array.forEach(element -> tags.add(toNbt(element)));
        if (!tags.isEmpty() && tags.stream().allMatch(NbtTag.Int32.class::isInstance)) {
            return new NbtTag.IntArray(
                    tags.stream().mapToInt(tag -> ((NbtTag.Int32) tag).value()).toArray());
        }
        boolean isMixed = tags.stream().map(NbtTag::type).distinct().count() > 1;
        return new NbtTag.Sequence(isMixed ? tags.stream().map(JsonNbt::wrapped).toList() : tags);
    }

    private static NbtTag wrapped(NbtTag tag) {
        return tag instanceof NbtTag.Compound ? tag : new NbtTag.Compound(Map.of(WRAPPED, tag));
    }

    private static NbtTag compound(JsonObject object) {
        Map<String, NbtTag> values = new LinkedHashMap<>();
        object.asMap().forEach((name, value) -> {
            if (!value.isJsonNull()) {
                values.put(name, toNbt(value));
            }
        });
        return new NbtTag.Compound(values);
    }

    static JsonElement toJson(NbtTag tag) {
        return switch (tag) {
            case NbtTag.Numeric numeric -> new JsonPrimitive(finite(numeric.number()));
            case NbtTag.Text(String value) -> new JsonPrimitive(value);
            case NbtTag.ByteArray(byte[] values) -> bytes(values);
            case NbtTag.IntArray(int[] values) -> ints(values);
            case NbtTag.LongArray(long[] values) -> longs(values);
            case NbtTag.Sequence(List<NbtTag> values) -> list(values);
            case NbtTag.Compound(Map<String, NbtTag> values) -> object(values);
        };
    }

    /** JSON has no word for infinity. */
    private static Number finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw WireException.MALFORMED_TEXT;
        }
        return number;
    }

    private static JsonArray bytes(byte[] values) {
        JsonArray array = new JsonArray(values.length);
        for (byte value : values) {
            array.add(value);
        }
        return array;
    }

    private static JsonArray ints(int[] values) {
        JsonArray array = new JsonArray(values.length);
        for (int value : values) {
            array.add(value);
        }
        return array;
    }

    private static JsonArray longs(long[] values) {
        JsonArray array = new JsonArray(values.length);
        for (long value : values) {
            array.add(value);
        }
        return array;
    }

    private static JsonArray list(List<NbtTag> values) {
        JsonArray array = new JsonArray(values.size());
        values.forEach(value -> array.add(toJson(unwrapped(value))));
        return array;
    }

    private static NbtTag unwrapped(NbtTag tag) {
        if (tag instanceof NbtTag.Compound compound && compound.values().size() == 1) {
            return compound.get(WRAPPED).orElse(tag);
        }
        return tag;
    }

    private static JsonObject object(Map<String, NbtTag> values) {
        JsonObject object = new JsonObject();
        values.forEach((name, value) -> object.add(name, value(name, value)));
        return object;
    }

    private static JsonElement value(String name, NbtTag tag) {
        return tag instanceof NbtTag.Int8(byte value) && TRUTHS.contains(name)
                ? new JsonPrimitive(value != 0)
                : toJson(tag);
    }
}
