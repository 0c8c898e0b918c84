// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows what is in force.
 *
 * @param configuration the values
 * @param overridden keys whose values are the command line's
 */
record ValueLines(Configuration configuration, Set<String> overridden) implements ValuesInForce {
    @Override
    public List<Line> lines() {
        // Two versions of a bundle side by side have the same keys: the newer one, which comes later, counts.
        Map<String, Line> byKey = new LinkedHashMap<>();
        configuration.values().forEach(value -> linesOf(value).forEach(line -> byKey.put(line.key(), line)));
        return List.copyOf(byKey.values());
    }

    @Override
    public List<String> notInForce() {
        return configuration.values().stream()
                .flatMap(value -> value.notInForce().stream())
                .toList();
    }

    private List<Line> linesOf(LiveValue value) {
        Map<String, Setting> first = value.firstSettings();
        Map<String, Setting> defaults = value.section().defaults();
        List<Line> lines = new ArrayList<>();
        value.settings().forEach((key, setting) -> {
            Setting inForce = setting.isAtStartOnly() ? first.getOrDefault(key, setting) : setting;
            List<String> notes = new ArrayList<>();
            if (overridden.contains(key)) {
                notes.add("command line");
            } else if (inForce.equals(defaults.get(key)) && !inForce.value().equals(Setting.NOT_SET)) {
                notes.add("default");
            }
            if (!inForce.value().equals(setting.value())) {
                notes.add(setting.value() + " at the next start");
            }
            lines.add(new Line(key, inForce.value(), String.join("; ", notes)));
        });
        return lines;
    }
}
