// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has become of each file of the plugins folder; each change is logged once. Thread-safe. */
@Component(service = PluginStates.class)
public final class PluginStates {
    private static final Logger LOG = LoggerFactory.getLogger("dev.infrajar.plugins");

    private final SortedMap<String, PluginState> states = new TreeMap<>();
    private final Map<String, PluginState> logged = new HashMap<>();

    /** Begins empty. */
    @Activate
    public PluginStates() {}

    synchronized List<PluginState> all() {
        return List.copyOf(states.values());
    }

    synchronized void set(PluginState state) {
        states.put(state.file(), state);
        boolean settled = !(state.status() instanceof PluginState.Status.Starting);
        if (settled && !state.equals(logged.put(state.file(), state))) {
            log(state);
        }
    }

    /** The file has a new content: how that ends is logged even if it ends as before. */
    synchronized void renew(String file) {
        logged.remove(file);
    }

    /** Changes a state, unless something else has become of the file meanwhile. */
    synchronized void change(PluginState expected, PluginState.Status status) {
        if (expected.equals(states.get(expected.file()))) {
            set(expected.with(status));
        }
    }

    /** The newest file of a running plugin is in order again. */
    synchronized void clearNote(String file) {
        PluginState state = states.get(file);
        if (state != null
                && state.status() instanceof PluginState.Status.Active(Optional<String> note)
                && note.isPresent()) {
            set(state.with(new PluginState.Status.Active(Optional.empty())));
        }
    }

    synchronized void remove(String file) {
        logged.remove(file);
        if (states.remove(file) != null) {
            LOG.info("Plugin {}: removed", file);
        }
    }

    private static void log(PluginState state) {
        String title = state.title().map(text -> " (" + text + ")").orElse("");
        if (state.status().isBad()) {
            LOG.warn("Plugin {}{}: {}", state.file(), title, state.status().text());
        } else {
            LOG.info("Plugin {}{}: {}", state.file(), title, state.status().text());
        }
    }
}
