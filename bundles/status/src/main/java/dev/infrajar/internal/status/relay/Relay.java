// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.relay;

import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;

/** Asks backends for their status. */
@FunctionalInterface
public interface Relay {
    /**
     * Asks a server. Blocks for about five seconds at most; virtual threads only.
     *
     * @param server the server
     * @param query the ping that needs the answer
     * @param protocol the number the answer is to be made for
     * @return what came of it
     * @throws InterruptedException if the thread was interrupted; nothing goes on then
     */
    Relayed ask(ServerDefinition server, StatusQuery query, int protocol) throws InterruptedException;
}
