// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import dev.infrajar.net.config.Durations;
import dev.infrajar.net.config.Key;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tomlj.Toml;

/** Reads the keys of a record back into TOML: the other way round than {@link RecordBinder}. */
public final class SettingsReader {
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private SettingsReader() {}

    /**
     * The keys of a section.
     *
     * @param table the path of its table; empty for the top of the file
     * @param shape the shape of the record
     * @param value the record
     * @return a setting for each key, by its path, in the order of the record; the keys of inner tables one by one
     */
    public static Map<String, Setting> read(List<String> table, Shape.Table shape, Object value) {
        SettingsReader reader = new SettingsReader();
        reader.table(KeyPath.of(table), shape, value, false);
        return reader.settings;
    }

    /**
     * The path of a key as settings have it.
     *
     * @param table the path of the table
     * @param name the key
     * @return the key of {@link Setting}
     */
    public static String path(List<String> table, String name) {
        return KeyPath.of(table).then(name).toString();
    }

    private void table(KeyPath path, Shape.Table shape, Object value, boolean isAtStartOnly) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String name = ShapeReader.keyOf(component.getName());
            Shape.Key key = shape.keys().get(name);
            if (key != null) {
                Key described = component.getAnnotation(Key.class);
                boolean atStartOnly = isAtStartOnly || (described != null && described.atStartOnly());
                value(path.then(name), key.shape(), valueOf(component, value), atStartOnly);
            }
        }
    }

    private void value(KeyPath path, Shape shape, Object value, boolean isAtStartOnly) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresentOrElse(
                    present -> value(path, shape, present, isAtStartOnly),
                    () -> put(path, Setting.NOT_SET, isAtStartOnly));
            return;
        }
        switch (shape) {
            case Shape.Table record -> table(path, record, value, isAtStartOnly);
            case Shape.MapOf(var values)
            when value instanceof Map<?, ?> map ->
                map.forEach((name, each) -> value(path.then(name), values, each, isAtStartOnly));
            case Shape.MapOf _, Shape.ListOf _, Shape.Leaf _, Shape.Open _ ->
                put(path, text(shape, value), isAtStartOnly);
        }
    }

    private void put(KeyPath path, String text, boolean isAtStartOnly) {
        settings.put(path.toString(), new Setting(path.toString(), text, isAtStartOnly));
    }

    private static String text(Shape shape, Object value) {
        return switch (shape) {
            case Shape.ListOf(var elements)
            when value instanceof List<?> list ->
                list.stream().map(element -> text(elements, element)).collect(Collectors.joining(", ", "[", "]"));
            case Shape.Table record ->
                read(List.of(), record, value).values().stream()
                        .filter(setting -> !setting.value().equals(Setting.NOT_SET))
                        .map(setting -> setting.key() + " = " + setting.value())
                        .collect(Collectors.joining(", ", "{ ", " }"));
            case Shape.MapOf _, Shape.ListOf _, Shape.Leaf _, Shape.Open _ -> leaf(value);
        };
    }

    private static String leaf(Object value) {
        return switch (value) {
            case Boolean truth -> truth.toString();
            case Number number -> number.toString();
            case Duration duration -> quoted(Durations.text(duration));
            case Enum<?> word -> quoted(word.name().toLowerCase(Locale.ROOT));
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        return '"' + Toml.tomlEscape(text).toString() + '"';
    }

    private static Object valueOf(RecordComponent component, Object of) {
        Method accessor = component.getAccessor();
        // Records of other bundles need not be public: the binder makes them in the same way.
        accessor.setAccessible(true);
        try {
            return accessor.invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the component " + component + " cannot be read", e);
        }
    }
}
