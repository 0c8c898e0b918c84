// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.motd;

import dev.infrajar.net.core.ServerState;
import java.util.Optional;

/** Why a server cannot speak for itself: what its entry in the server list shows instead. */
public enum DownState {
    /** No address answers. */
    UNREACHABLE("§cServer unreachable"),
    /** Every address refuses the connection: the machine is there, and no server runs on it. */
    OFFLINE("§cServer unreachable"),
    /** Its manager has stopped it until somebody comes. */
    SLEEPING("§7Asleep. §aJoin to wake it up."),
    /** Its manager is starting it. */
    STARTING("§eStarting up, please wait a moment."),
    /** It ended by itself. */
    CRASHED("§cThe server has stopped working."),
    /** Its manager is stopping it. */
    STOPPING("§6Shutting down.");

    private final String text;

    DownState(String text) {
        this.text = text;
    }

    /** Shown where nothing is configured. */
    MotdEntry builtIn() {
        return MotdEntry.of(text);
    }

    /** The state that a manager reports; empty where the server can be asked. */
    public static Optional<DownState> of(ServerState state) {
        return switch (state) {
            case ONLINE, UNKNOWN -> Optional.empty();
            case SLEEPING -> Optional.of(SLEEPING);
            case STARTING -> Optional.of(STARTING);
            case STOPPING -> Optional.of(STOPPING);
            case CRASHED -> Optional.of(CRASHED);
        };
    }
}
