// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.server;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The servers known at this moment: a service that a plugin may ask for. Callable from any thread, never blocks. */
@ProviderType
public interface Servers {
    /**
     * All servers.
     *
     * @return an unmodifiable snapshot, ordered by id
     */
    List<Server> all();

    /**
     * The server with an id.
     *
     * @param id the effective id
     * @return empty when there is none
     */
    Optional<Server> byId(String id);
}
