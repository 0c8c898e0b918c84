// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the command line says about the configuration.
 *
 * @param file the path of {@code infrarust.toml}, as it was given
 * @param overrides keys at the top of that file and the texts that replace their values
 */
record LaunchOptions(String file, Map<String, String> overrides) {
    private static final String DEFAULT_FILE = "infrarust.toml";

    LaunchOptions {
        overrides = Map.copyOf(overrides);
    }

    /** Reads the properties that the launcher sets; an empty one is like a missing one. */
    static LaunchOptions of(Function<String, Optional<String>> property) {
        Map<String, String> overrides = new LinkedHashMap<>();
        given(property, "infrajar.bind").ifPresent(value -> overrides.put("bind", value));
        given(property, "infrajar.plugins_dir").ifPresent(value -> overrides.put("plugins_dir", value));
        return new LaunchOptions(given(property, "infrajar.config").orElse(DEFAULT_FILE), overrides);
    }

    private static Optional<String> given(Function<String, Optional<String>> property, String name) {
        return property.apply(name).filter(value -> !value.isBlank());
    }

    void applyTo(Document document) {
        overrides.forEach(document::override);
    }
}
