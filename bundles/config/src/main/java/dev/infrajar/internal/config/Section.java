// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.RecordBinder;
import dev.infrajar.internal.config.toml.Setting;
import dev.infrajar.internal.config.toml.SettingsReader;
import dev.infrajar.internal.config.toml.Shape;
import dev.infrajar.internal.config.toml.ShapeReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A section that can be bound. Equal to itself alone: a bundle that is loaded again has other sections. */
final class Section {
    private final Owner owner;
    private final SectionDeclaration declaration;
    private final Class<?> type;
    private final Shape.Table shape;
    private final RecordBinder binder;

    /**
     * A bundle.
     *
     * @param bundleId unique, and greater for later installed ones
     * @param name the symbolic name: two bundles of one name are two versions side by side
     */
    record Owner(long bundleId, String name) {}

    /**
     * Reads the shape of a record.
     *
     * @throws IllegalArgumentException if the record cannot be a section
     */
    Section(Owner owner, SectionDeclaration declaration, Class<?> type) {
        this.owner = owner;
        this.declaration = declaration;
        this.type = type;
        this.shape = new ShapeReader(ServerConversions.ALL).read(type);
        refuseReserved(declaration, shape);
        this.binder = new RecordBinder(type, declaration.table(), shape, ServerConversions.ALL);
    }

    private static void refuseReserved(SectionDeclaration declaration, Shape.Table shape) {
        List<String> reserved = ReferenceKeys.reservedIn(declaration.table()).stream()
                .filter(shape.keys()::containsKey)
                .sorted()
                .toList();
        if (!reserved.isEmpty()) {
            throw new IllegalArgumentException(
                    "the section of a plugin cannot have a key " + String.join(", ", reserved) + ": name it otherwise");
        }
    }

    Owner owner() {
        return owner;
    }

    SectionDeclaration declaration() {
        return declaration;
    }

    String id() {
        return declaration.id();
    }

    boolean isOf(String file) {
        return declaration.file().equals(file);
    }

    /** The class of the record. */
    Class<?> type() {
        return type;
    }

    Shape.Table shape() {
        return shape;
    }

    RecordBinder binder() {
        return binder;
    }

    /** The keys of a record of this section, with their values. */
    Map<String, Setting> settings(Object value) {
        return SettingsReader.read(declaration.table(), shape, value);
    }

    /** The keys that need not be in a file, with the values that they have then. */
    Map<String, Setting> defaults() {
        Map<String, Setting> defaults = new LinkedHashMap<>();
        binder.defaults().ifPresent(value -> defaults.putAll(settings(value)));
        shape.keys().forEach((name, key) -> {
            if (key.byDefault() == null && !key.isOptional()) {
                defaults.remove(SettingsReader.path(declaration.table(), name));
            }
        });
        return defaults;
    }

    @Override
    public String toString() {
        return declaration.id() + " of " + owner.name();
    }
}
