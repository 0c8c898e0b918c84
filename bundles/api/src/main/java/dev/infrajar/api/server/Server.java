// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.server;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The definition of one server: what its file says. Immutable; a changed file makes a new one. */
@ProviderType
public interface Server {
    /**
     * The effective id: the file's {@code name}, else its {@code id}, else the file's name without its ending.
     *
     * @return a text that is unique among the servers
     */
    String id();

    /**
     * The host names that lead here; {@code *} stands for any run of characters, {@code ?} for one.
     *
     * @return an unmodifiable list
     */
    List<String> domains();

    /**
     * The addresses of the backend, in the order they are tried.
     *
     * @return an unmodifiable list of {@code host:port}, never empty
     */
    List<String> addressTexts();

    /**
     * How its sessions are relayed.
     *
     * @return the mode
     */
    ProxyMode proxyMode();

    /**
     * The most sessions at a time.
     *
     * @return 0 for no limit
     */
    int maxPlayers();
}
