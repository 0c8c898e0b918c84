// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import dev.infrajar.net.config.ConfigProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Finds the keys of a file that no section has. */
public final class UnknownKeys {
    private final Document document;
    private final Function<List<String>, Optional<String>> explanation;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private UnknownKeys(Document document, Function<List<String>, Optional<String>> explanation) {
        this.document = document;
        this.explanation = explanation;
    }

    /**
     * Compares a file with its shape.
     *
     * @param document the file
     * @param shape all keys that the file may have
     * @param explanation says why a key that is not in the shape is refused; empty: it is not known at all
     * @return a problem for each key too many
     */
    public static List<ConfigProblem> find(
            Document document, Shape.Table shape, Function<List<String>, Optional<String>> explanation) {
        UnknownKeys search = new UnknownKeys(document, explanation);
        search.value(shape, document.root(), new KeyPath(List.of()));
        return search.problems;
    }

    /**
     * Compares one table of a file with its shape.
     *
     * @param document the file
     * @param table the path of the table, which need not be there
     * @param shape all keys that the table may have
     * @return a problem for each key too many
     */
    public static List<ConfigProblem> findIn(Document document, List<String> table, Shape.Table shape) {
        UnknownKeys search = new UnknownKeys(document, path -> Optional.empty());
        KeyPath path = KeyPath.of(table);
        search.value(shape, document.value(path), path);
        return search.problems;
    }

    private void value(Shape shape, @Nullable Object value, KeyPath path) {
        switch (shape) {
            case Shape.Table(var keys)
            when value instanceof TomlTable table -> {
                for (String key : table.keySet()) {
                    Shape.Key known = keys.get(key);
                    if (known == null) {
                        refuse(path.then(key), keys.keySet());
                    } else {
                        value(known.shape(), table.get(List.of(key)), path.then(key));
                    }
                }
            }
            case Shape.MapOf(var values)
            when value instanceof TomlTable table -> {
                for (String key : table.keySet()) {
                    value(values, table.get(List.of(key)), path.then(key));
                }
            }
            case Shape.ListOf(var elements)
            when value instanceof TomlArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    value(elements, array.get(i), path.then(i));
                }
            }
            // Anything else has no keys, or is of the wrong type: the binder says so.
            case Shape.Table _, Shape.MapOf _, Shape.ListOf _, Shape.Leaf _, Shape.Open _ -> {}
        }
    }

    private void refuse(KeyPath path, Collection<String> known) {
        String name = document.value(path) instanceof TomlTable ? "[" + path + "]" : path.toString();
        boolean isInList = path.keys().size() < path.steps().size();
        String reason = (isInList ? Optional.<String>empty() : explanation.apply(path.keys()))
                .orElseGet(() -> suggestion((String) path.steps().getLast(), known));
        problems.add(document.problem(path, name + " " + reason));
    }

    private static String suggestion(String key, Collection<String> known) {
        return Spelling.nearest(key, known)
                .map(near -> "is unknown, did you mean " + Toml.joinKeyPath(List.of(near)) + "?")
                .orElse("is unknown");
    }
}
