// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.List;
import java.util.Optional;

/** Finds the server for a host name. Reads a snapshot: never blocks, callable from any thread, event loops included. */
public interface Router {
    /**
     * The server that a host leads to: an exact domain wins, then the wildcard with the longest literal part, then the
     * first in file order.
     *
     * @param virtualHost lower case, without trailing dots
     * @return empty when no domain matches
     */
    Optional<ServerDefinition> route(String virtualHost);

    /**
     * The server with an id.
     *
     * @param id the effective id
     * @return empty when there is none
     */
    Optional<ServerDefinition> byId(String id);

    /**
     * All servers, ordered by id.
     *
     * @return an unmodifiable snapshot
     */
    List<ServerDefinition> all();
}
