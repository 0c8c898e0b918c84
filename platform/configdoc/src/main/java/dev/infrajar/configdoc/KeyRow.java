// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.configdoc;

import dev.infrajar.net.config.Key;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key as the page shows it.
 *
 * @param name the key
 * @param type what its value is, in words
 * @param byDefault the value when it is missing, in words
 * @param doc what it means
 * @param inner the record of the table that it holds, if it holds one
 * @param isNamed whether the user chooses the names of such tables
 */
record KeyRow(String name, String type, String byDefault, String doc, Optional<Class<?>> inner, boolean isNamed) {
    private static final String AT_START_ONLY = " A change takes effect at the next start.";

    private static final Map<Type, String> WORDS = Map.of(
            String.class, "text",
            int.class, "whole number",
            Integer.class, "whole number",
            long.class, "whole number",
            Long.class, "whole number",
            boolean.class, "true or false",
            Boolean.class, "true or false",
            Duration.class, "duration",
            Path.class, "path");

    /** The keys of a record, in its order. */
    static List<KeyRow> of(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(KeyRow::of).toList();
    }

    private static KeyRow of(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalArgumentException(component + " has no @Key");
        }
        Type type = component.getGenericType();
        boolean isOptional = component.getType() == Optional.class;
        Type value = isOptional ? argument(type, 0) : type;
        boolean isNamed = component.getType() == Map.class;
        String missing = isOptional ? "none" : "required";
        return new KeyRow(
                component.getName().replaceAll("(?<=.)(?=\\p{Upper})", "_").toLowerCase(Locale.ROOT),
                words(value),
                key.byDefault().isEmpty() ? missing : "`" + key.byDefault() + "`",
                key.atStartOnly() ? key.doc() + AT_START_ONLY : key.doc(),
                recordIn(isNamed ? argument(value, 1) : value),
                isNamed);
    }

    private static Optional<Class<?>> recordIn(Type type) {
        return type instanceof Class<?> plain && isTable(plain) ? Optional.of(plain) : Optional.empty();
    }

    /** A record whose components are keys; other records, such as addresses, are single values. */
    private static boolean isTable(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .allMatch(component -> component.isAnnotationPresent(Key.class));
    }

    private static Type argument(Type generic, int index) {
        return ((ParameterizedType) generic).getActualTypeArguments()[index];
    }

    private static String words(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? "list: " + words(argument(type, 0)) : "tables by name";
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .map(constant -> "`\"" + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT) + "\"`")
                    .collect(Collectors.joining(", "));
        }
        return isTable(plain) ? "table" : WORDS.getOrDefault(plain, named(plain));
    }

    private static String named(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "HostAndPort" -> "address";
            case "double", "Double" -> "number";
            default -> "see right";
        };
    }
}
