// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.RecordBinder;
import dev.infrajar.internal.config.toml.Shape;
import dev.infrajar.internal.config.toml.ShapeReader;

/**
 * A section that can be bound.
 *
 * @param owner the bundle that has it
 * @param declaration what its manifest says
 * @param type the record
 * @param shape the record's table
 * @param binder makes the record
 */
record Section(Owner owner, SectionDeclaration declaration, Class<?> type, Shape.Table shape, RecordBinder binder) {
    /**
     * A bundle.
     *
     * @param bundleId unique, and greater for later installed ones
     * @param name the symbolic name: two bundles of one name are two versions side by side
     */
    record Owner(long bundleId, String name) {}

    static Section of(Owner owner, SectionDeclaration declaration, Class<?> type) {
        Shape.Table shape = new ShapeReader(ServerConversions.ALL).read(type);
        RecordBinder binder = new RecordBinder(type, declaration.table(), shape, ServerConversions.ALL);
        return new Section(owner, declaration, type, shape, binder);
    }

    String id() {
        return declaration.id();
    }

    boolean isOf(String file) {
        return declaration.file().equals(file);
    }
}
