// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A server list ping that is about to be answered.
 *
 * @param remoteAddress the client's address
 * @param virtualHost the host name it asked for, lower case; empty in old legacy pings
 * @param protocol the protocol number it sent; -1 in a legacy ping
 * @param serverId the id of the server its host leads to, empty when none does
 * @param answer the answer so far
 */
public record StatusEvent(
        InetSocketAddress remoteAddress,
        String virtualHost,
        int protocol,
        Optional<String> serverId,
        StatusAnswer answer) {
    /**
     * The same ping with another answer.
     *
     * @param changed the answer so far
     * @return a new event
     */
    public StatusEvent withAnswer(StatusAnswer changed) {
        return new StatusEvent(remoteAddress, virtualHost, protocol, serverId, changed);
    }
}
