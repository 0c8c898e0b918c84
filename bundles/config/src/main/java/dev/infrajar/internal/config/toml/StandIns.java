// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.tomlj.MutableTomlArray;
import org.tomlj.MutableTomlTable;

/**
 * Harmless values in the place of faulty ones without a default: with them the record can be built, and so the rules of
 * its other keys are checked in the same run. The built record is thrown away.
 */
final class StandIns {
    private StandIns() {}

    /** The key's default, complete with the defaults of inner keys; a stand-in where there is none. */
    static Object valueFor(Shape.Key key) {
        Object byDefault = key.byDefault();
        return byDefault == null || key.shape() instanceof Shape.Table ? valueFor(key.shape()) : byDefault;
    }

    static Object valueFor(Shape shape) {
        return switch (shape) {
            case Shape.Leaf(var type) -> leaf(type);
            case Shape.ListOf(var elements) -> MutableTomlArray.of(valueFor(elements));
            case Shape.Table(var keys) -> table(keys);
            case Shape.MapOf _, Shape.Open _ -> MutableTomlTable.create();
        };
    }

    private static MutableTomlTable table(Map<String, Shape.Key> keys) {
        MutableTomlTable table = MutableTomlTable.create();
        keys.forEach((name, key) -> {
            if (!key.isOptional()) {
                table.set(name, valueFor(key));
            }
        });
        return table;
    }

    private static Object leaf(Class<?> type) {
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name().toLowerCase(Locale.ROOT);
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (type == double.class || type == Double.class) {
            return 1.0;
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return 1L;
        }
        return type == Duration.class ? "1s" : type == Path.class ? "." : "none";
    }
}
