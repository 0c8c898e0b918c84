// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import dev.infrajar.net.config.ConfigProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.MutableTomlTable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** A parsed file. For one thread: binding a record puts defaults into the tables for a moment. */
public final class Document {
    private static final int LONGEST_SHOWN = 60;

    private final String name;
    private final MutableTomlTable root;
    private final Set<String> overridden = new HashSet<>();

    Document(String name, MutableTomlTable root) {
        this.name = name;
        this.root = root;
    }

    /**
     * The file, as it was named.
     *
     * @return the name for messages
     */
    public String name() {
        return name;
    }

    /**
     * Puts a value of the command line in the place of the file's.
     *
     * @param key a key at the top of the file
     * @param value a text
     */
    public void override(String key, String value) {
        root.set(List.of(key), value);
        overridden.add(key);
    }

    /**
     * Whether there is a value.
     *
     * @param keys its path
     * @return false also when a step of the path is not a table
     */
    public boolean contains(List<String> keys) {
        return value(KeyPath.of(keys)) != null;
    }

    /**
     * The tables directly in a table.
     *
     * @param keys the path of a table
     * @return their paths; none when there is no such table
     */
    public List<List<String>> tablesIn(List<String> keys) {
        return table(keys).stream()
                .flatMap(table -> table.keySet().stream())
                .map(key -> Stream.concat(keys.stream(), Stream.of(key)).toList())
                .filter(path -> table(path).isPresent())
                .toList();
    }

    /**
     * A problem at a key.
     *
     * @param keys the path of the key; the nearest table that is there gives the position when the key is not
     * @param message what is wrong, the key included
     * @return the problem
     */
    public ConfigProblem problem(List<String> keys, String message) {
        return problem(KeyPath.of(keys), message);
    }

    /**
     * A problem of an element of a list.
     *
     * @param keys the path of the list
     * @param index the index of the element
     * @param message what is wrong
     * @return the problem
     */
    public ConfigProblem problem(List<String> keys, int index, String message) {
        return problem(KeyPath.of(keys).then(index), message);
    }

    /** A problem of a value: key, value and rule. */
    ConfigProblem badValue(KeyPath path, String rule) {
        return problem(path, path + shown(value(path)) + ", " + rule);
    }

    ConfigProblem problem(KeyPath path, String message) {
        if (!path.steps().isEmpty() && path.steps().getFirst() instanceof String key && overridden.contains(key)) {
            return new ConfigProblem("command line", 0, 0, message);
        }
        TomlPosition position = position(path, true);
        return position == null
                ? new ConfigProblem(name, 0, 0, message)
                : new ConfigProblem(name, position.line(), position.column(), message);
    }

    /** Whether the file itself, and not a default, has the value. */
    boolean isWritten(KeyPath path) {
        return !path.steps().isEmpty() && position(path, false) != null;
    }

    MutableTomlTable root() {
        return root;
    }

    /** The table at a path, the root for an empty one. */
    Optional<MutableTomlTable> table(List<String> keys) {
        return value(KeyPath.of(keys)) instanceof MutableTomlTable table ? Optional.of(table) : Optional.empty();
    }

    @Nullable
    Object value(KeyPath path) {
        Object value = root;
        for (Object step : path.steps()) {
            value = child(value, step);
        }
        return value;
    }

    private static @Nullable Object child(@Nullable Object parent, Object step) {
        if (parent instanceof TomlTable table && step instanceof String key) {
            return table.get(List.of(key));
        }
        if (parent instanceof TomlArray array && step instanceof Integer index && index < array.size()) {
            return array.get(index);
        }
        return null;
    }

    /** The position of a step: of the last, or if that is not there and {@code orNearest}, of the last that is. */
    private @Nullable TomlPosition position(KeyPath path, boolean orNearest) {
        TomlPosition best = null;
        Object value = root;
        for (Object step : path.steps()) {
            TomlPosition here = positionIn(value, step);
            if (here == null) {
                return orNearest ? best : null;
            }
            best = here;
            value = child(value, step);
        }
        return best;
    }

    private static @Nullable TomlPosition positionIn(@Nullable Object parent, Object step) {
        return switch (parent) {
            case TomlTable table when step instanceof String key -> table.inputPositionOf(List.of(key));
            case TomlArray array
            when step instanceof Integer index && index < array.size() -> array.inputPositionOf(index);
            case null, default -> null;
        };
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case String text
            when text.length() > LONGEST_SHOWN -> " = \"" + Toml.tomlEscape(text.substring(0, LONGEST_SHOWN)) + "...\"";
            case String text -> " = \"" + Toml.tomlEscape(text) + '"';
            case TomlTable _, TomlArray _ -> "";
            case null -> "";
            default -> " = " + value;
        };
    }
}
