// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.Registration;
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

    /** Every section that was looked at; empty for one that could not be bound. Replaced whole. */
    private volatile Map<Section, Optional<Value>> known = Map.of();

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
                notices.forEach(notice -> LOG.warn("{}", notice));
                Map<Section, Optional<Value>> first = new LinkedHashMap<>();
                values.forEach((section, value) -> first.put(section, Optional.of(new Value(value))));
                known = Collections.unmodifiableMap(first);
                isStarted = true;
            }
            // The launcher asks for validation, which prints them all.
            case ProxyFile.Loaded.Invalid(var problems) ->
                LOG.warn("no part of the proxy gets its configuration: {} problems", problems.size());
        }
    }

    private void follow(List<Section> wanted) {
        Map<Section, Optional<Value>> old = known;
        Map<Section, Optional<Value>> now = new LinkedHashMap<>();
        for (Section section : wanted) {
            Optional<Value> value = old.get(section);
            now.put(section, value == null ? bind(section) : value);
        }
        known = Collections.unmodifiableMap(now);
        Set<String> ids = wanted.stream().map(Section::id).collect(Collectors.toSet());
        old.keySet().stream().filter(section -> !ids.contains(section.id())).forEach(this::reportLeft);
    }

    private Optional<Value> bind(Section section) {
        return switch (file.load(section)) {
            case ProxyFile.Loaded.Valid(var values, var _) ->
                Optional.ofNullable(values.get(section)).map(Value::new);
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
    Optional<ConfigValue<?>> value(String id, long bundleId) {
        Map<Section, Optional<Value>> snapshot = known;
        List<Section> all = snapshot.keySet().stream()
                .filter(section -> section.id().equals(id))
                .sorted(Comparator.comparingLong(
                                (Section section) -> section.owner().bundleId())
                        .reversed())
                .toList();
        return all.stream()
                .filter(section -> section.owner().bundleId() == bundleId)
                .findFirst()
                .or(() -> all.stream()
                        .filter(section ->
                                snapshot.getOrDefault(section, Optional.empty()).isPresent())
                        .findFirst())
                .flatMap(section -> snapshot.getOrDefault(section, Optional.empty()));
    }

    /** What a bundle holds: a reload puts another record into it. */
    private static final class Value implements ConfigValue<Object> {
        private final Object value;

        Value(Object value) {
            this.value = value;
        }

        @Override
        public Object get() {
            return value;
        }

        @Override
        public Registration onChange(Change<Object> change) {
            return () -> {};
        }
    }
}
