// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in plain words which imports of a bundle nobody can satisfy. */
final class MissingImports {
    /** Attributes that are compared in their own way. */
    private static final Set<String> OWN_RULES = Set.of("version", "specification-version", "bundle-version");

    private MissingImports() {}

    /** All that a jar misses, in one line. */
    static Optional<String> sentence(JarFacts jar, List<PackageExport> exports) {
        List<String> missing = describe(jar.imports(), exports);
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", missing));
    }

    /** One sentence for each mandatory import without a match, empty when there is none. */
    static List<String> describe(List<PackageImport> imports, List<PackageExport> exports) {
        Map<String, List<PackageExport>> byName = exports.stream().collect(Collectors.groupingBy(PackageExport::name));
        return imports.stream()
                .filter(wanted -> !wanted.optional() && !wanted.name().startsWith("java."))
                .filter(wanted -> byName.getOrDefault(wanted.name(), List.of()).stream()
                        .noneMatch(export -> matches(wanted, export)))
                .map(wanted -> describe(wanted, byName.getOrDefault(wanted.name(), List.of())))
                .toList();
    }

    private static boolean matches(PackageImport wanted, PackageExport export) {
        return wanted.versions().includes(export.version()) && attributesMatch(wanted, export);
    }

    private static boolean attributesMatch(PackageImport wanted, PackageExport export) {
        return wanted.attributes().keySet().containsAll(export.mandatory())
                && wanted.attributes().entrySet().stream()
                        .filter(asked -> !OWN_RULES.contains(asked.getKey()))
                        .allMatch(asked ->
                                asked.getValue().equals(export.attributes().get(asked.getKey())));
    }

    private static String describe(PackageImport wanted, List<PackageExport> exports) {
        if (exports.isEmpty()) {
            return "it needs the package " + wanted + ", which no bundle exports";
        }
        String there = exports.stream()
                .map(export -> export.version() + " of " + export.bundle())
                .collect(Collectors.joining(", "));
        boolean rightVersion =
                exports.stream().anyMatch(export -> wanted.versions().includes(export.version()));
        return rightVersion
                ? "it imports the package " + wanted.name() + " without the attribute "
                        + exports.getFirst().mandatory().stream().sorted().collect(Collectors.joining(", "))
                        + " that its exporter demands"
                : "it needs the package " + wanted + ", but there is only version " + there;
    }
}
