// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.Setting;
import dev.infrajar.net.config.ConfigProblem;
import dev.infrajar.net.config.ConfigSection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The values in force of the sections of {@code infrarust.toml}. All sections that are installed at the start become
 * valid together or not at all; a section that arrives later is read when it arrives. Thread-safe.
 */
final class Configuration {
    private static final Logger LOG = LoggerFactory.getLogger(Configuration.class);

    private final ProxyFile file;
    private boolean isStarted;
    private List<ConfigProblem> noticed = List.of();

    /** Every section that was looked at; empty for one that could not be bound. Replaced whole. */
    private volatile Map<Section, Optional<LiveValue>> known = Map.of();

    Configuration(ProxyFile file) {
        this.file = file;
    }

    /** Follows the installed sections. May block on the disk. */
    synchronized void update(Sections sections) {
        if (isStarted) {
            follow(sections.of(ConfigSection.PROXY));
        } else {
            start(sections);
        }
    }

    private void start(Sections sections) {
        switch (file.load(sections)) {
            case ProxyFile.Loaded.Valid(var values, var notices) -> {
                notice(notices);
                Map<Section, Optional<LiveValue>> first = new LinkedHashMap<>();
                values.forEach((section, value) -> first.put(section, Optional.of(new LiveValue(section, value))));
                known = Collections.unmodifiableMap(first);
                isStarted = true;
            }
            // The launcher asks for validation, which prints them all.
            case ProxyFile.Loaded.Invalid(var problems) ->
                LOG.warn("no part of the proxy gets its configuration: {} problems", problems.size());
        }
    }

    /** Warns of what was not there before. */
    synchronized List<ConfigProblem> notice(List<ConfigProblem> notices) {
        List<ConfigProblem> fresh =
                notices.stream().filter(notice -> !noticed.contains(notice)).toList();
        fresh.forEach(notice -> LOG.warn("{}", notice));
        noticed = notices;
        return fresh;
    }

    private void follow(List<Section> wanted) {
        Map<Section, Optional<LiveValue>> old = known;
        Map<Section, Optional<LiveValue>> now = new LinkedHashMap<>();
        for (Section section : wanted) {
            Optional<LiveValue> value = old.get(section);
            now.put(section, value == null ? bind(section) : value);
        }
        known = Collections.unmodifiableMap(now);
        Set<String> ids = wanted.stream().map(Section::id).collect(Collectors.toSet());
        old.keySet().stream().filter(section -> !ids.contains(section.id())).forEach(this::reportLeft);
    }

    private Optional<LiveValue> bind(Section section) {
        return switch (file.load(section)) {
            case ProxyFile.Loaded.Valid(var values, var _) ->
                Optional.ofNullable(values.get(section)).map(value -> new LiveValue(section, value));
            case ProxyFile.Loaded.Invalid(var problems) -> {
                problems.forEach(problem -> LOG.error(
                        "bundle {} gets no configuration: {}", section.owner().name(), problem));
                yield Optional.empty();
            }
        };
    }

    private void reportLeft(Section section) {
        file.find(section)
                .ifPresent(place -> LOG.warn(
                        "{} has no effect any more: bundle {} was removed",
                        place,
                        section.owner().name()));
    }

    /** The ids of all sections that have a value. */
    Set<String> ids() {
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .map(entry -> entry.getKey().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The value for a bundle: two versions of one bundle side by side each get a record of their own class, or none; a
     * bundle that has no such section gets the newest.
     */
    Optional<HeldValue> value(String id, Section.Owner holder) {
        Map<Section, Optional<LiveValue>> snapshot = known;
        List<Section> all = snapshot.keySet().stream()
                .filter(section -> section.id().equals(id))
                .sorted(Comparator.comparingLong(
                                (Section section) -> section.owner().bundleId())
                        .reversed())
                .toList();
        return all.stream()
                .filter(section -> section.owner().bundleId() == holder.bundleId())
                .findFirst()
                .or(() -> all.stream()
                        .filter(section ->
                                snapshot.getOrDefault(section, Optional.empty()).isPresent())
                        .findFirst())
                .flatMap(section -> snapshot.getOrDefault(section, Optional.empty()))
                .map(value -> new HeldValue(value, holder.name()));
    }

    /**
     * What a reload has done.
     *
     * @param changes the difference, a line for each key
     * @param notInForce what could not be put into force, and why
     */
    record Applied(List<String> changes, List<String> notInForce) {}

    /**
     * Puts new values in the place of the old, all of them, and then tells those who want to know. For one thread at a
     * time; blocks as long as they do. Not under the monitor meanwhile: they may start bundles, which comes back to
     * {@link #update}.
     *
     * @param values a record for each section
     */
    Applied apply(Map<Section, Object> values) {
        Map<LiveValue, List<String>> changed = replace(values);
        List<String> notInForce = new ArrayList<>();
        known.values().stream()
                .flatMap(Optional::stream)
                .forEach(value -> notInForce.addAll(value.apply(changed.containsKey(value))));
        return new Applied(changed.values().stream().flatMap(List::stream).toList(), notInForce);
    }

    private synchronized Map<LiveValue, List<String>> replace(Map<Section, Object> values) {
        Map<LiveValue, List<String>> changed = new LinkedHashMap<>();
        Map<Section, Optional<LiveValue>> now = new LinkedHashMap<>(known);
        now.replaceAll((section, value) -> {
            Object next = values.get(section);
            if (next == null) {
                return value; // arrived while the file was being read
            }
            value.filter(old -> !old.now().equals(next)).ifPresent(old -> changed.put(old, replace(old, next)));
            return value.or(() -> Optional.of(new LiveValue(section, next)));
        });
        known = Collections.unmodifiableMap(now);
        return changed;
    }

    private static List<String> replace(LiveValue value, Object next) {
        Map<String, Setting> before = value.settings();
        value.replace(next);
        return Difference.of(value.firstSettings(), before, value.settings());
    }

    /** All values, those of sections at the top of the file first. */
    List<LiveValue> values() {
        return known.values().stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                        value -> String.join(".", value.section().declaration().table())))
                .toList();
    }
}
