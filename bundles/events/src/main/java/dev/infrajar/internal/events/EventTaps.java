// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.core.Registration;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapInterest;
import dev.infrajar.net.intercept.TapSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The taps that events come from: each is there while a listener needs it, so that nobody pays for events nobody hears. */
final class EventTaps {
    /** An event's tap. */
    private record EventTap(String id, Listeners<?> listeners, int maxBytes, Function<TapSession, PacketTap> make) {
        Map<String, Object> properties() {
            return EventTaps.properties(id, listeners.kind().packets(), maxBytes);
        }

        boolean isNeeded() {
            return !listeners.snapshot().isEmpty();
        }
    }

    /** A brand longer than this is none. */
    private static final int MAX_BRAND_BYTES = 1024;

    /** Bytes: a locale of 16 characters and some numbers; no server takes more. */
    private static final int MAX_SETTINGS_BYTES = 1024;

    /** Bytes: a key of 32,767 ASCII characters and a cookie of 5120 bytes, as much as the protocol allows (1.20.5). */
    private static final int MAX_COOKIE_BYTES = 40 * 1024;

    private final TapRegistrar registrar;
    private final List<EventTap> taps;
    private final Map<String, Registration> registered = new HashMap<>();
    private boolean isClosed;

    EventTaps(PacketChains chains, TapRegistrar registrar) {
        this.registrar = registrar;
        this.taps = List.of(
                new EventTap("event-chat", chains.chatListeners(), Integer.MAX_VALUE, s -> new ChatTap(chains, s)),
                new EventTap(
                        "event-command", chains.commandListeners(), Integer.MAX_VALUE, s -> new CommandTap(chains, s)),
                new EventTap(
                        "event-plugin-message",
                        chains.pluginMessageListeners(),
                        Integer.MAX_VALUE,
                        s -> new PluginMessageTap(chains, s)),
                new EventTap(
                        "event-client-brand",
                        chains.clientBrandListeners(),
                        MAX_BRAND_BYTES,
                        s -> new ClientBrandTap(chains, s)),
                new EventTap(
                        "event-client-settings",
                        chains.clientSettingsListeners(),
                        MAX_SETTINGS_BYTES,
                        s -> new ClientSettingsTap(chains, s)),
                new EventTap(
                        "event-kicked", chains.kickedListeners(), Integer.MAX_VALUE, s -> new KickedTap(chains, s)));
    }

    /** Registers what never depends on listeners. */
    synchronized void open() {
        registered.put(
                "cookies",
                registrar.register(
                        properties(
                                "cookies",
                                List.of(
                                        "configuration serverbound cookie_response",
                                        "play serverbound cookie_response"),
                                MAX_COOKIE_BYTES),
                        session -> Optional.of(new CookieTap(session))));
    }

    /** Listeners have come or gone. */
    synchronized void refresh() {
        if (!isClosed) {
            taps.forEach(this::refresh);
        }
    }

    private void refresh(EventTap tap) {
        if (tap.isNeeded() && !registered.containsKey(tap.id())) {
            registered.put(
                    tap.id(),
                    registrar.register(
                            tap.properties(), session -> Optional.of(tap.make().apply(session))));
        } else if (!tap.isNeeded()) {
            Optional.ofNullable(registered.remove(tap.id())).ifPresent(Registration::close);
        }
    }

    private static Map<String, Object> properties(String id, List<String> kinds, int maxBytes) {
        return Map.of(
                TapInterest.PREFIX_ + "id", id,
                TapInterest.PREFIX_ + "kinds", kinds.toArray(String[]::new),
                TapInterest.PREFIX_ + "maxBytes", maxBytes);
    }

    synchronized void close() {
        isClosed = true;
        registered.values().forEach(Registration::close);
        registered.clear();
    }
}
