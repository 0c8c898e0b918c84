// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a value in a file must look like. */
public sealed interface Shape {
    /**
     * A single value.
     *
     * @param type the Java type it becomes
     */
    record Leaf(Class<?> type) implements Shape {}

    /**
     * A table with known keys.
     *
     * @param keys the keys by name, in the order of the record's components
     */
    record Table(Map<String, Key> keys) implements Shape {}

    /**
     * A table with keys of the user's choice.
     *
     * @param values the shape of each value
     */
    record MapOf(Shape values) implements Shape {}

    /**
     * A list.
     *
     * @param elements the shape of each element
     */
    record ListOf(Shape elements) implements Shape {}

    /** Anything: the bundle that knows it cannot be asked. */
    record Open() implements Shape {}

    /**
     * A key of a table.
     *
     * @param shape the shape of its value
     * @param isOptional whether it may be missing without a value in its place
     * @param byDefault the value in its place, as tomlj has it; null for none
     */
    record Key(Shape shape, boolean isOptional, @Nullable Object byDefault) {}
}
