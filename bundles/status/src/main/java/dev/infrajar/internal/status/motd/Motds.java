// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.motd;

import dev.infrajar.net.core.ServerDefinition;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the entry to show.
 *
 * @param defaults the tables of {@code infrarust.toml} in force
 */
public record Motds(Supplier<DefaultMotdConfig> defaults) {
    private static final MotdEntry PROXY = MotdEntry.of("An Infrajar proxy");

    /** For hosts that lead to no server. */
    public MotdEntry ofProxy() {
        return defaults.get().online().orElse(PROXY);
    }

    /** To be laid over what the backend of a server answers. */
    public Optional<MotdEntry> overlayOf(ServerDefinition server) {
        return of(server).online();
    }

    /**
     * For a server in a state: its file's entry, then the default one, then the built-in one. A server that is offline is
     * also unreachable, and a server's own words about that come before the default ones.
     */
    public MotdEntry of(ServerDefinition server, DownState state) {
        return configured(server, state).orElseGet(state::builtIn);
    }

    /** Whether somebody has written an entry for the state itself. */
    public boolean isNamed(ServerDefinition server, DownState state) {
        return of(server).of(state).isPresent() || defaults.get().of(state).isPresent();
    }

    private Optional<MotdEntry> configured(ServerDefinition server, DownState state) {
        MotdConfig own = of(server);
        DefaultMotdConfig shared = defaults.get();
        return state == DownState.OFFLINE
                ? own.offline().or(own::unreachable).or(shared::offline).or(shared::unreachable)
                : own.of(state).or(() -> shared.of(state));
    }

    private static MotdConfig of(ServerDefinition server) {
        return server.part(MotdConfig.class).orElse(MotdConfig.NONE);
    }
}
