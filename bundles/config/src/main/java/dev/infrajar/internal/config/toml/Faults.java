// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import dev.infrajar.net.config.ConfigProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.MutableTomlTable;
import org.tomlj.TomlBindError;

/** What is wrong with the values of one section, each key once. */
final class Faults {
    /** The key at the beginning of what a record's constructor says: {@code max_connections = -1, must be ...}. */
    private static final Pattern NAMED_KEY = Pattern.compile("^[A-Za-z0-9_-]+");

    private final Document document;
    private final List<String> prefix;
    private final Shape.Table shape;
    private final MutableTomlTable values;
    private final Set<KeyPath> seen = new HashSet<>();
    private final Set<List<String>> repaired = new HashSet<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    Faults(Document document, List<String> prefix, Shape.Table shape, MutableTomlTable values) {
        this.document = document;
        this.prefix = prefix;
        this.shape = shape;
        this.values = values;
    }

    List<ConfigProblem> problems() {
        return problems;
    }

    void missing(KeyPath path) {
        add(path, document.problem(path, path + " is missing"));
        repaired.add(path.keys());
    }

    /**
     * Notes errors, and replaces the values at fault.
     *
     * @return whether another try may find more
     */
    boolean repair(List<TomlBindError> errors) {
        Set<List<String>> faulty = new HashSet<>();
        for (TomlBindError error : errors) {
            faulty.add(note(error).keys());
        }
        boolean isChanged = false;
        for (List<String> keys : faulty) {
            isChanged |= repaired.add(keys) && replace(keys);
        }
        return isChanged;
    }

    private KeyPath note(TomlBindError error) {
        KeyPath path = KeyPath.parse(prefix, error.path());
        Throwable cause = error.cause();
        if (cause == null || cause instanceof BadValue) {
            add(path, document.badValue(path, error.message().replace("expected ", "must be ")));
            return path;
        }
        return noteRule(path, cause);
    }

    /** Notes what a record's constructor said, at the key that it named. */
    private KeyPath noteRule(KeyPath table, Throwable cause) {
        String message = cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "cannot be used: " + cause;
        KeyPath key = namedKey(table, message);
        boolean isCertain = repaired.isEmpty() || document.isWritten(key);
        if (isCertain) {
            String where = key.equals(table) || table.steps().isEmpty() ? "" : table + ".";
            add(key, document.problem(key, where + message));
        }
        // Otherwise a replaced value may have broken a rule between two keys; the next run will tell.
        return key;
    }

    private KeyPath namedKey(KeyPath table, String message) {
        Matcher word = NAMED_KEY.matcher(message);
        if (!word.find()) {
            return table;
        }
        KeyPath key = table.then(word.group());
        boolean isOwnKey = table.steps().size() == prefix.size() && shape.keys().containsKey(word.group());
        return isOwnKey || document.value(key) != null ? key : table;
    }

    private void add(KeyPath path, ConfigProblem problem) {
        boolean isKnown = repaired.contains(path.keys());
        if (!isKnown && seen.add(path)) {
            problems.add(problem);
        }
    }

    private boolean replace(List<String> keys) {
        if (keys.size() <= prefix.size()) {
            return false;
        }
        List<String> relative = keys.subList(prefix.size(), keys.size());
        Shape.Key key = keyAt(shape, relative);
        Object value = key == null || key.isOptional() ? null : StandIns.valueFor(key);
        if (value == null) {
            return values.remove(relative) != null;
        }
        values.set(relative, value);
        return true;
    }

    /** The key at a path; null when it is the entry of a map. */
    private static Shape.@Nullable Key keyAt(Shape shape, List<String> path) {
        return switch (shape) {
            case Shape.Table(var keys) -> {
                Shape.Key key = keys.get(path.getFirst());
                yield key == null || path.size() == 1 ? key : keyAt(key.shape(), path.subList(1, path.size()));
            }
            case Shape.MapOf(var entries) when path.size() > 1 -> keyAt(entries, path.subList(1, path.size()));
            case Shape.MapOf _, Shape.ListOf _, Shape.Leaf _, Shape.Open _ -> null;
        };
    }
}
