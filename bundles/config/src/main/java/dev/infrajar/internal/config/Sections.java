// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;

/**
 * The sections of all installed bundles at one moment.
 *
 * @param usable those that can be bound, ordered by bundle
 * @param failures those that cannot
 */
record Sections(List<Section> usable, List<SectionFailure> failures) {
    /** No bundles. */
    static final Sections NONE = new Sections(List.of(), List.of());

    /** Gives each table and key to the first bundle that asks for it; versions of one bundle share theirs. */
    static Sections of(List<Section> candidates, List<SectionFailure> failures) {
        Map<String, String> owners = new HashMap<>();
        List<Section> usable = new ArrayList<>();
        List<SectionFailure> refused = new ArrayList<>(failures);
        candidates.stream()
                .sorted(Comparator.comparingLong(section -> section.owner().bundleId()))
                .forEach(section -> conflict(owners, section)
                        .ifPresentOrElse(
                                reason ->
                                        refused.add(new SectionFailure(section.owner(), section.declaration(), reason)),
                                () -> {
                                    claims(section)
                                            .forEach(claim -> owners.put(
                                                    claim, section.owner().name()));
                                    usable.add(section);
                                }));
        return new Sections(List.copyOf(usable), List.copyOf(refused));
    }

    private static Optional<String> conflict(Map<String, String> owners, Section section) {
        String name = section.owner().name();
        return claims(section).stream()
                .filter(claim -> !owners.getOrDefault(claim, name).equals(name))
                .map(claim -> claim + " belongs to bundle " + owners.get(claim))
                .findFirst();
    }

    /** A table is claimed whole, the top of the file key by key. */
    private static List<String> claims(Section section) {
        SectionDeclaration declaration = section.declaration();
        String file = declaration.isOfServers() ? "server file: " : "";
        return declaration.paths(section.shape()).stream()
                .map(path -> file + Toml.joinKeyPath(path))
                .toList();
    }

    /** The sections of a kind of file. */
    List<Section> of(String file) {
        return usable.stream().filter(section -> section.isOf(file)).toList();
    }

    /** All tables and keys that a kind of file may have; a table whose section cannot be used may hold anything. */
    Shape.Table shape(String file) {
        Shape.Table shape = new Shape.Table(Map.of());
        Set<List<String>> tables = new HashSet<>();
        for (Section section : of(file)) {
            tables.add(section.declaration().table());
            shape = merge(shape, section.declaration().table(), section.shape());
        }
        for (SectionFailure failure : failures) {
            SectionDeclaration declaration = failure.declaration();
            if (declaration.file().equals(file) && tables.add(declaration.table())) {
                shape = merge(shape, declaration.table(), new Shape.Open());
            }
        }
        return shape;
    }

    /** A shape with one more table. */
    static Shape.Table merge(Shape.Table base, List<String> path, Shape added) {
        Map<String, Shape.Key> keys = new LinkedHashMap<>(base.keys());
        if (path.isEmpty()) {
            if (added instanceof Shape.Table table) {
                keys.putAll(table.keys());
            }
            return new Shape.Table(keys);
        }
        Shape.Key present = keys.get(path.getFirst());
        Shape inner = present == null ? new Shape.Table(Map.of()) : present.shape();
        keys.put(path.getFirst(), new Shape.Key(below(inner, path.subList(1, path.size()), added), true, null));
        return new Shape.Table(keys);
    }

    private static Shape below(Shape inner, List<String> rest, Shape added) {
        if (rest.isEmpty() && !(added instanceof Shape.Table)) {
            return added;
        }
        return inner instanceof Shape.Table table ? merge(table, rest, added) : inner;
    }
}
