// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.net.config.AlsoWritten;
import java.util.Locale;

/** How a backend is told who a player is. */
enum ForwardingMode {
    /** Not at all. */
    NONE,
    /** The backend asks during the login, and gets an answer that is signed with the secret. */
    @AlsoWritten("modern")
    VELOCITY,
    /** In the host field of the handshake; whoever reaches the backend's port can do so too. */
    @AlsoWritten({"bungee_cord", "legacy"})
    BUNGEECORD,
    /** As {@link #BUNGEECORD}, with the secret beside it. */
    @AlsoWritten("bungee_guard")
    BUNGEEGUARD;

    /** Whether backend and proxy share a secret. */
    boolean needsSecret() {
        return this == VELOCITY || this == BUNGEEGUARD;
    }

    /** The word of configuration files. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
