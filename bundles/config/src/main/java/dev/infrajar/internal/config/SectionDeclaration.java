// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.Shape;
import dev.infrajar.net.config.ConfigSection;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;

/**
 * A section as the manifest of its bundle declares it.
 *
 * @param id the name among all sections
 * @param table the path of the table, empty for the top of the file
 * @param file {@link ConfigSection#PROXY} or {@link ConfigSection#SERVER}
 * @param record the name of the record's class
 */
record SectionDeclaration(String id, List<String> table, String file, String record) {
    /**
     * Reads the attributes of a capability.
     *
     * @throws IllegalArgumentException if one is missing or cannot be
     */
    static SectionDeclaration of(Map<String, Object> attributes) {
        String file = text(attributes, "file");
        if (!file.equals(ConfigSection.PROXY) && !file.equals(ConfigSection.SERVER)) {
            throw new IllegalArgumentException("file = \"" + file + "\", must be proxy or server");
        }
        String table = text(attributes, "table");
        return new SectionDeclaration(
                text(attributes, "section"),
                table.equals(".") ? List.of() : Toml.parseDottedKey(table),
                file,
                text(attributes, "record"));
    }

    private static String text(Map<String, Object> attributes, String name) {
        if (attributes.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("the capability has no attribute \"" + name + "\"");
    }

    boolean isOfServers() {
        return file.equals(ConfigSection.SERVER);
    }

    /** The paths of all that a file can have for it: its table, or its keys at the top of the file. */
    List<List<String>> paths(Shape.Table shape) {
        return table.isEmpty() ? shape.keys().keySet().stream().map(List::of).toList() : List.of(table);
    }

    /** The table as a user writes it. */
    String tableText() {
        return table.isEmpty() ? "the top of the file" : "[" + Toml.joinKeyPath(table) + "]";
    }
}
