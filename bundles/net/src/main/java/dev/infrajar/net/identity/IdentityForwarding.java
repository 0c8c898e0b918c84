// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.identity;

import dev.infrajar.net.core.ServerDefinition;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells backends who their players are, as {@code [forwarding]} and the {@code forwarding_mode} of the server say. A
 * service; thread-safe.
 */
@ProviderType
public interface IdentityForwarding {
    /**
     * Decides what a backend is told. Where the proxy only moves bytes ({@code passthrough}, {@code zero_copy},
     * {@code server_only}) nobody can answer a backend's questions: only what goes with the handshake is told there. May
     * read a file; for virtual threads.
     *
     * @param server where the player goes, with its own mode if it has one
     * @param player who that is
     * @return what is told, as the configuration is at this moment; a later change does not alter it
     */
    Identification identify(ServerDefinition server, ForwardedPlayer player);

    /**
     * Whether a server is told anything about its players. Does not block.
     *
     * @param server the server
     * @return {@code false} when {@link #identify} would change nothing and answer nothing
     */
    boolean concerns(ServerDefinition server);
}
