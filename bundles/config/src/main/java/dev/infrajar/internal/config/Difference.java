// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has changed between two versions of a section, for people. */
final class Difference {
    /** A value is cut behind so many characters: a list may have thousands of entries. */
    private static final int LONGEST_SHOWN = 120;

    private Difference() {}

    /**
     * Compares.
     *
     * @param first the values that the process was started with
     * @param before the values so far
     * @param now the new ones
     * @return {@code key: old -> new}, a line each, in the order of the section
     */
    static List<String> of(Map<String, Setting> first, Map<String, Setting> before, Map<String, Setting> now) {
        Map<String, Setting> keys = new LinkedHashMap<>(before);
        keys.putAll(now);
        List<String> lines = new ArrayList<>();
        keys.forEach((key, setting) -> {
            String old = value(before, key);
            String next = value(now, key);
            if (!old.equals(next)) {
                boolean isLater = setting.isAtStartOnly() && !next.equals(value(first, key));
                lines.add(key + ": " + cut(old) + " -> " + cut(next)
                        + (isLater ? ", takes effect at the next start" : ""));
            }
        });
        return lines;
    }

    private static String value(Map<String, Setting> settings, String key) {
        return Optional.ofNullable(settings.get(key)).map(Setting::value).orElse(Setting.NOT_SET);
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN - 1) + "…";
    }
}
