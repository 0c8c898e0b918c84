// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.internal.config.toml.Setting;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.Registration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The value of a section, and who wants to know when it changes. Thread-safe; changes are applied by one thread at a time. */
final class LiveValue {
    private static final Logger LOG = LoggerFactory.getLogger(LiveValue.class);

    private final Section section;
    private final Object first;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Object now;

    LiveValue(Section section, Object first) {
        this.section = section;
        this.first = first;
        this.now = first;
    }

    Section section() {
        return section;
    }

    /** The value in force. */
    Object now() {
        return now;
    }

    /** The keys with their values. */
    Map<String, Setting> settings() {
        return section.settings(now);
    }

    /** The keys with the values that they had first: still in force for those that take effect at a start only. */
    Map<String, Setting> firstSettings() {
        return section.settings(first);
    }

    /** Puts another value in the place of this one. Tells nobody. */
    void replace(Object next) {
        now = next;
    }

    /** Calls a bundle, named for the log, after each change. */
    Registration onChange(String holder, ConfigValue.Change<Object> change) {
        Listener listener = new Listener(holder, change);
        listeners.add(listener);
        return () -> {
            listener.isEnded = true;
            listeners.remove(listener);
        };
    }

    /**
     * Tells of the value in force: all, or only those who could not put it into force when they were told last.
     *
     * @return what is not in force now, and why
     */
    List<String> apply(boolean toAll) {
        for (Listener listener : listeners) {
            if (!listener.isEnded && (toAll || listener.obstacle.isPresent())) {
                listener.call(now);
            }
        }
        return notInForce();
    }

    /** What the last change has left out of force, and why. */
    List<String> notInForce() {
        return listeners.stream()
                .flatMap(listener -> listener.obstacle.stream())
                .toList();
    }

    private static final class Listener {
        private final String holder;
        private final ConfigValue.Change<Object> change;
        private volatile boolean isEnded;
        private volatile Optional<String> obstacle = Optional.empty();

        Listener(String holder, ConfigValue.Change<Object> change) {
            this.holder = holder;
            this.change = change;
        }

        void call(Object value) {
            try {
                obstacle = change.apply(value).map(reason -> reason + " (" + holder + ")");
            } catch (Throwable e) {
                // Code of another bundle, perhaps of one that is just going: whatever it is, the others must be told.
                LOG.error("Bundle {} has failed to take over a changed configuration", holder, e);
                obstacle = Optional.of("bundle " + holder + " has failed to take over the change: " + e);
            }
        }
    }
}
