// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.core.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sections of the bundles that are installed now. Thread-safe. */
final class InstalledSections {
    private record OfBundle(List<Section> sections, List<SectionFailure> failures) {}

    private final Map<Long, OfBundle> byBundle = new TreeMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Sections now = Sections.NONE;

    /** Reading a volatile field. */
    Sections now() {
        return now;
    }

    /** Takes the sections of a bundle in the place of those it had. */
    void put(long bundleId, List<Section> sections, List<SectionFailure> failures) {
        synchronized (byBundle) {
            byBundle.put(bundleId, new OfBundle(List.copyOf(sections), List.copyOf(failures)));
            renew();
        }
        tell();
    }

    /** Drops the sections of a bundle. */
    void remove(long bundleId) {
        synchronized (byBundle) {
            if (byBundle.remove(bundleId) == null) {
                return;
            }
            renew();
        }
        tell();
    }

    /** Calls after each change, on the thread that made it. */
    Registration onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    private void renew() {
        List<Section> sections = new ArrayList<>();
        List<SectionFailure> failures = new ArrayList<>();
        byBundle.values().forEach(bundle -> {
            sections.addAll(bundle.sections());
            failures.addAll(bundle.failures());
        });
        now = Sections.of(sections, failures);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
