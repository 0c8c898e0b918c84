// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form that OSGi's manifest headers share (OSGi Core 8, 3.2.3): {@code path;path;key=value;directive:="value",...}. */
final class ManifestHeader {
    /**
     * One clause of a header.
     *
     * @param paths what it is about, at least one
     * @param attributes from {@code key=value}
     * @param directives from {@code key:=value}
     */
    record Clause(List<String> paths, Map<String, String> attributes, Map<String, String> directives) {}

    private ManifestHeader() {}

    /** Reads a header; one that is missing has no clauses. */
    static List<Clause> parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        return split(header, ',').stream().map(ManifestHeader::clause).toList();
    }

    private static Clause clause(String text) {
        List<String> paths = new ArrayList<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> directives = new LinkedHashMap<>();
        for (String part : split(text, ';')) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                paths.add(part);
            } else if (equals > 0 && part.charAt(equals - 1) == ':') {
                directives.put(part.substring(0, equals - 1).strip(), unquote(part.substring(equals + 1)));
            } else {
                attributes.put(withoutType(part.substring(0, equals)), unquote(part.substring(equals + 1)));
            }
        }
        return new Clause(List.copyOf(paths), Map.copyOf(attributes), Map.copyOf(directives));
    }

    /** {@code version:Version} is {@code version}. */
    private static String withoutType(String key) {
        int colon = key.indexOf(':');
        return (colon < 0 ? key : key.substring(0, colon)).strip();
    }

    private static String unquote(String value) {
        String bare = value.strip();
        return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }

    /** Splits at a character that does not stand in quotes; drops empty parts. */
    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || (text.charAt(i) == at && !quoted)) {
                String part = text.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            } else if (text.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return parts;
    }
}
