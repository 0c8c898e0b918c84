// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.configdoc;

import dev.infrajar.net.config.ConfigSection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * A section of a bundle on the class path.
 *
 * @param bundle the last part of the bundle's symbolic name
 * @param file {@link ConfigSection#PROXY} or {@link ConfigSection#SERVER}
 * @param table the table; {@code "."} for the top of the file
 * @param record the record that describes the keys
 */
record DeclaredSection(String bundle, String file, String table, Class<?> record) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** All sections that a class loader sees, ordered by table and bundle. */
    static List<DeclaredSection> find(ClassLoader loader) throws IOException, ClassNotFoundException {
        List<DeclaredSection> sections = new ArrayList<>();
        for (URL url : Collections.list(loader.getResources(MANIFEST))) {
            try (InputStream in = url.openStream()) {
                addAll(sections, new Manifest(in).getMainAttributes(), loader);
            }
        }
        sections.sort(Comparator.comparing(DeclaredSection::table)
                .thenComparing(DeclaredSection::bundle)
                .thenComparing(section -> section.record().getName()));
        return List.copyOf(sections);
    }

    private static void addAll(List<DeclaredSection> sections, Attributes manifest, ClassLoader loader)
            throws ClassNotFoundException {
        String header = manifest.getValue("Provide-Capability");
        String name = manifest.getValue("Bundle-SymbolicName");
        if (header == null || name == null) {
            return;
        }
        String bundle = name.substring(name.lastIndexOf('.') + 1);
        for (Map<String, String> attributes : CapabilityHeader.parse(header, ConfigSection.NAMESPACE)) {
            sections.add(new DeclaredSection(
                    bundle,
                    attributes.getOrDefault("file", ConfigSection.PROXY),
                    attributes.getOrDefault("table", "."),
                    Class.forName(attributes.getOrDefault("record", ""), false, loader)));
        }
    }
}
