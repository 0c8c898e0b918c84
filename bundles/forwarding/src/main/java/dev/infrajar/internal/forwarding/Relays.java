// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.net.core.ServerDefinition;

/** Routes on which the proxy only moves bytes: what the backend asks goes to the client. */
final class Relays {
    static final String NO_VELOCITY =
            "forwarding_mode = \"velocity\", must be \"bungeecord\", \"bungeeguard\" or \"none\""
                    + " with proxy_mode = \"%s\": nobody answers the backend's question there";

    private Relays() {}

    static boolean isOne(ServerDefinition server) {
        return !server.proxyMode().isIntercepted();
    }
}
