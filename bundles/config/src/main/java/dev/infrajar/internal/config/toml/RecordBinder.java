// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import dev.infrajar.net.config.ConfigProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tomlj.MutableTomlTable;
import org.tomlj.TomlBindException;
import org.tomlj.TomlBindOptions;

/** Makes the record of one section from a document. Thread-safe; a document is for one thread. */
public final class RecordBinder {
    private final Class<?> type;
    private final List<String> table;
    private final Shape.Table shape;
    private final TomlBindOptions options;

    /**
     * Creates a binder.
     *
     * @param type the record
     * @param table the path of its table; empty for the top of the file
     * @param shape the shape of the record
     * @param conversions the types of single values
     */
    public RecordBinder(Class<?> type, List<String> table, Shape.Table shape, Conversions conversions) {
        this.type = type;
        this.table = List.copyOf(table);
        this.shape = shape;
        this.options = conversions.options(enumsOf(shape, new HashSet<>()));
    }

    /**
     * Makes the record.
     *
     * @param document the file
     * @param problems takes everything that is wrong with the section's values
     * @return empty when there was a problem
     */
    public Optional<Object> bind(Document document, List<ConfigProblem> problems) {
        if (document.contains(table) && document.table(table).isEmpty()) {
            problems.add(document.badValue(KeyPath.of(table), "must be a table"));
            return Optional.empty();
        }
        MutableTomlTable values = document.table(table).orElseGet(MutableTomlTable::create);
        try (DefaultValues defaults = DefaultValues.fill(shape, values, KeyPath.of(table))) {
            Faults faults = new Faults(document, table, shape, values);
            defaults.missing().forEach(faults::missing);
            Object made = build(values, faults);
            problems.addAll(faults.problems());
            return faults.problems().isEmpty() ? Optional.of(made) : Optional.empty();
        }
    }

    /**
     * Makes the record of a file that has none of its keys. Required keys have some value of their type in it.
     *
     * @return empty when the record's rules do not allow such a value
     */
    public Optional<Object> defaults() {
        Document empty = new Document("", MutableTomlTable.create());
        MutableTomlTable values = MutableTomlTable.create();
        try (DefaultValues defaults = DefaultValues.fill(shape, values, KeyPath.of(table))) {
            Faults faults = new Faults(empty, table, shape, values);
            defaults.missing().forEach(faults::missing);
            return Optional.of(build(values, faults)).filter(type::isInstance);
        }
    }

    /** Builds the record; faulty values are replaced until it works, because each try shows only the first layer. */
    private Object build(MutableTomlTable values, Faults faults) {
        while (true) {
            try {
                return values.as(type, options);
            } catch (TomlBindException e) {
                if (!faults.repair(e.errors())) {
                    return values;
                }
            }
        }
    }

    private static Set<Class<?>> enumsOf(Shape shape, Set<Class<?>> found) {
        switch (shape) {
            case Shape.Leaf(var type) when type.isEnum() -> found.add(type);
            case Shape.Table(var keys) -> keys.values().forEach(key -> enumsOf(key.shape(), found));
            case Shape.MapOf(var values) -> enumsOf(values, found);
            case Shape.ListOf(var elements) -> enumsOf(elements, found);
            case Shape.Leaf _, Shape.Open _ -> {}
        }
        return found;
    }
}
