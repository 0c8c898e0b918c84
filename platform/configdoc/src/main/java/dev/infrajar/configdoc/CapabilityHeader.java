// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.configdoc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the manifest header {@code Provide-Capability} (OSGi Core 8, 3.3.6). */
final class CapabilityHeader {
    private CapabilityHeader() {}

    /** The attributes of each capability of a namespace. */
    static List<Map<String, String>> parse(String header, String namespace) {
        return split(header, ',').stream()
                .map(clause -> split(clause, ';'))
                .filter(parts -> parts.getFirst().strip().equals(namespace))
                .map(CapabilityHeader::attributes)
                .toList();
    }

    private static Map<String, String> attributes(List<String> parts) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            boolean isDirective = equals > 0 && part.charAt(equals - 1) == ':';
            if (equals > 0 && !isDirective) {
                attributes.put(
                        part.substring(0, equals).strip(),
                        unquoted(part.substring(equals + 1).strip()));
            }
        }
        return attributes;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    /** Splits at a character outside quotes. */
    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        boolean isQuoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == at && !isQuoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
