// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.packet.PacketInterest;
import dev.infrajar.api.packet.PacketListener;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.intercept.TapInterest;
import dev.infrajar.net.intercept.TapOwner;
import dev.infrajar.net.whiteboard.Origin;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A tap for each packet listener of a plugin, declared with the plugin's own words. */
final class PacketListenerTaps {
    private static final Logger LOG = LoggerFactory.getLogger("dev.infrajar.plugins");
    private static final int DEFAULT_LIMIT_MILLIS = 500;
    private static final int MAX_LIMIT_MILLIS = 3000;

    private final Listeners<PacketListener> listeners;
    private final TapRegistrar registrar;
    private final Map<Long, Registration> registered = new HashMap<>();
    private final Map<Long, FaultyService> faults = new TreeMap<>();

    PacketListenerTaps(Listeners<PacketListener> listeners, TapRegistrar registrar) {
        this.listeners = listeners;
        this.registrar = registrar;
    }

    synchronized List<FaultyService> faults() {
        return List.copyOf(faults.values());
    }

    /** Adds a listener with its service properties. */
    void add(Registered<PacketListener> registration, Map<String, Object> properties) {
        Object limit = properties.getOrDefault(PacketInterest.PREFIX_ + "limitMillis", DEFAULT_LIMIT_MILLIS);
        if (limit instanceof Integer millis && millis >= 1 && millis <= MAX_LIMIT_MILLIS) {
            listeners.add(registration);
            tap(registration, properties, Duration.ofMillis(millis));
        } else {
            fault(
                    registration,
                    "packet.limitMillis = " + limit + ", must be an integer from 1 to " + MAX_LIMIT_MILLIS
                            + "; the listener is not used");
        }
    }

    private synchronized void fault(Registered<PacketListener> registration, String reason) {
        Origin origin = registration.origin();
        String service = listeners.kind().label(registration.name());
        LOG.warn("Plugin {}: {}: {}", origin.bundle(), service, reason);
        faults.put(
                registration.rank().serviceId(),
                new FaultyService(origin.bundle(), origin.bundleId(), service, reason));
    }

    private synchronized void tap(
            Registered<PacketListener> registration, Map<String, Object> properties, Duration limit) {
        long serviceId = registration.rank().serviceId();
        boolean isOpen = !Boolean.FALSE.equals(properties.get(PacketInterest.PREFIX_ + "failOpen"));
        Verdict otherwise = isOpen ? Verdict.PASS : Verdict.DROP;
        registered.put(
                serviceId,
                registrar.register(
                        tapProperties(registration.origin(), properties),
                        session -> Optional.of(
                                new PacketListenerTap(session, () -> listeners.find(serviceId), limit, otherwise))));
    }

    /** The registry of taps checks them, and names the plugin and its words if they are wrong. */
    private static Map<String, Object> tapProperties(Origin origin, Map<String, Object> properties) {
        Map<String, Object> tap = new HashMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(PacketInterest.PREFIX_)) {
                tap.put(TapInterest.PREFIX_ + key.substring(PacketInterest.PREFIX_.length()), value);
            }
        });
        tap.put(TapOwner.BUNDLE, origin.bundle());
        tap.put(TapOwner.BUNDLE_ID, origin.bundleId());
        tap.put(TapOwner.PREFIX, PacketInterest.PREFIX_);
        return tap;
    }

    void remove(long serviceId) {
        Optional<Registration> tap;
        synchronized (this) {
            faults.remove(serviceId);
            tap = Optional.ofNullable(registered.remove(serviceId));
        }
        tap.ifPresent(Registration::close);
        listeners.remove(serviceId);
    }

    synchronized void close() {
        registered.values().forEach(Registration::close);
        registered.clear();
    }
}
