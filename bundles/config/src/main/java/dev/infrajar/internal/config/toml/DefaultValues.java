// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.MutableTomlArray;
import org.tomlj.MutableTomlTable;

/** Puts defaults where a table has no value, and takes them out again. */
final class DefaultValues implements AutoCloseable {
    private record Inserted(MutableTomlTable table, String key) {}

    private final List<Inserted> inserted = new ArrayList<>();
    private final List<KeyPath> missing = new ArrayList<>();

    private DefaultValues() {}

    static DefaultValues fill(Shape.Table shape, MutableTomlTable table, KeyPath path) {
        DefaultValues values = new DefaultValues();
        values.table(shape, table, path);
        return values;
    }

    /** The keys without a default that are missing. */
    List<KeyPath> missing() {
        return List.copyOf(missing);
    }

    @Override
    public void close() {
        for (Inserted value : inserted.reversed()) {
            value.table().remove(List.of(value.key()));
        }
        inserted.clear();
    }

    private void table(Shape.Table shape, MutableTomlTable table, KeyPath path) {
        for (Map.Entry<String, Shape.Key> entry : shape.keys().entrySet()) {
            String name = entry.getKey();
            Shape.Key key = entry.getValue();
            if (!table.contains(List.of(name))) {
                insert(table, name, key, path);
            }
            value(key.shape(), table.get(List.of(name)), path.then(name));
        }
    }

    private void insert(MutableTomlTable table, String name, Shape.Key key, KeyPath path) {
        Object byDefault = key.byDefault();
        if (byDefault == null && key.isOptional()) {
            return;
        }
        if (byDefault == null) {
            missing.add(path.then(name));
        }
        // A missing key gets something in its place too, so that the rules of the others are still checked.
        table.set(List.of(name), byDefault == null ? StandIns.valueFor(key) : byDefault);
        inserted.add(new Inserted(table, name));
    }

    private void value(Shape shape, @Nullable Object value, KeyPath path) {
        switch (shape) {
            case Shape.Table record when value instanceof MutableTomlTable table -> table(record, table, path);
            case Shape.MapOf(var values)
            when value instanceof MutableTomlTable table -> {
                for (String key : table.keySet()) {
                    value(values, table.get(List.of(key)), path.then(key));
                }
            }
            case Shape.ListOf(var elements)
            when value instanceof MutableTomlArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    value(elements, array.get(i), path.then(i));
                }
            }
            case Shape.Table _, Shape.MapOf _, Shape.ListOf _, Shape.Leaf _, Shape.Open _ -> {}
        }
    }
}
