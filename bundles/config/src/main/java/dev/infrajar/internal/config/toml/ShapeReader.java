// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import dev.infrajar.net.config.Key;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** Reads the shape of a table from a record's class and the {@link Key} annotations of its components. */
public final class ShapeReader {
    private static final Pattern CAPITAL = Pattern.compile("(?<=.)(?=\\p{Upper})");

    private final Conversions conversions;

    /**
     * Creates a reader.
     *
     * @param conversions the types that single values can have
     */
    public ShapeReader(Conversions conversions) {
        this.conversions = conversions;
    }

    /**
     * The shape of a record's table.
     *
     * @param type a record's class
     * @return the shape
     * @throws IllegalArgumentException if the class is not a record, a component has no {@link Key} or a type that
     *     keys cannot have, or a default is not TOML
     */
    public Shape.Table read(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        TomlParseResult defaults = defaults(type, components);
        Map<String, Shape.Key> keys = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            String name = keyOf(component.getName());
            keys.put(name, key(component, defaults.get(List.of(name))));
        }
        return new Shape.Table(Collections.unmodifiableMap(keys));
    }

    /** The key of a component: {@code maxConnections} is {@code max_connections}. */
    static String keyOf(String component) {
        return CAPITAL.matcher(component).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private Shape.Key key(RecordComponent component, @Nullable Object byDefault) {
        Type type = component.getGenericType();
        return component.getType() == Optional.class
                ? new Shape.Key(shape(argument(type, 0)), true, byDefault)
                : new Shape.Key(shape(type), false, byDefault);
    }

    private Shape shape(Type type) {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == List.class) {
                return new Shape.ListOf(shape(argument(type, 0)));
            }
            if (generic.getRawType() == Map.class && argument(type, 0) == String.class) {
                return new Shape.MapOf(shape(argument(type, 1)));
            }
        } else if (type instanceof Class<?> plain) {
            if (conversions.covers(plain)) {
                return new Shape.Leaf(plain);
            }
            if (plain.isRecord()) {
                return read(plain);
            }
        }
        throw new IllegalArgumentException("a key cannot have the type " + type.getTypeName());
    }

    private static Type argument(Type generic, int index) {
        return ((ParameterizedType) generic).getActualTypeArguments()[index];
    }

    /** Parses all defaults of a record at once: tomlj's parser is the slow part of a cold start. */
    private static TomlParseResult defaults(Class<?> type, RecordComponent[] components) {
        StringBuilder toml = new StringBuilder();
        for (RecordComponent component : components) {
            Key key = component.getAnnotation(Key.class);
            if (key == null) {
                throw new IllegalArgumentException(component.getName() + " of " + type.getName() + " has no @Key");
            }
            if (!key.byDefault().isEmpty()) {
                toml.append(keyOf(component.getName()))
                        .append(" = ")
                        .append(key.byDefault())
                        .append('\n');
            }
        }
        TomlParseResult result = Toml.parse(toml.toString());
        if (result.hasErrors()) {
            throw new IllegalArgumentException("a default of " + type.getName() + " is not TOML: "
                    + result.errors().getFirst().getMessage());
        }
        return result;
    }
}
