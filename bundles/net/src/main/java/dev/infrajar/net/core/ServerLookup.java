// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import dev.infrajar.api.server.Server;
import java.util.Optional;

/** Finds the server that a plugin's redirect names. */
@FunctionalInterface
public interface ServerLookup {
    /**
     * The server with an id.
     *
     * @param id the effective id
     * @return empty when there is none
     */
    Optional<? extends Server> byId(String id);
}
