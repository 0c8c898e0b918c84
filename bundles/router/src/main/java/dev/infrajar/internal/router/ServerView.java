// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerStates;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.transport.Backends;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of servers beside their definitions, as far as there are bundles that know it.
 *
 * @param sessions counts sessions
 * @param backends knows health and load of addresses
 * @param states knows the states of servers that are started on demand
 */
record ServerView(
        @Nullable Sessions sessions,
        @Nullable Backends backends,
        @Nullable ServerStates states) {
    private static final String UNKNOWN = "-";

    /**
     * An address as tables show it.
     *
     * @param address with its port
     * @param weight the share of sessions it gets
     * @param state whether it gets sessions
     * @param sessions open ones
     * @param latency of connecting
     * @param failure the last one
     */
    record Backend(String address, String weight, String state, String sessions, String latency, String failure) {}

    String sessionsOn(ServerDefinition server) {
        return sessions == null ? UNKNOWN : Integer.toString(sessions.countOn(server.id()));
    }

    Optional<String> stateOf(ServerDefinition server) {
        return Optional.ofNullable(states)
                .flatMap(known -> known.stateOf(server))
                .map(state -> Texts.words(state.name()));
    }

    /** One for each address, in the order of the file. */
    List<Backend> backendsOf(ServerDefinition server) {
        return backends == null
                ? server.addresses().stream()
                        .map(address -> new Backend(
                                address.target().toString(),
                                Integer.toString(address.weight()),
                                UNKNOWN,
                                UNKNOWN,
                                UNKNOWN,
                                UNKNOWN))
                        .toList()
                : backends.of(server).stream().map(ServerView::backend).toList();
    }

    private static Backend backend(Backends.State state) {
        String health = Texts.words(state.health().name());
        return new Backend(
                state.address().toString(),
                Integer.toString(state.weight()),
                state.isDrained() ? health + ", drained" : health,
                Integer.toString(state.sessions()),
                state.latency().map(ServerView::millis).orElse(UNKNOWN),
                state.lastFailure().orElse(UNKNOWN));
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
