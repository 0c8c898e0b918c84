// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.Optional;

/** Knows the states of servers that are started and stopped on demand. A service of the bundle that manages them. */
public interface ServerStates {
    /**
     * The state of a server. Reads a snapshot: never blocks, callable from event loops.
     *
     * @param server any server
     * @return empty for a server that nobody manages
     */
    Optional<ServerState> stateOf(ServerDefinition server);
}
