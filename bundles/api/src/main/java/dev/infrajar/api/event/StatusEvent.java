// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A server list ping that is about to be answered.
 *
 * @param remoteAddress the client's address
 * @param virtualHost the host name it asked for, lower case; empty in old legacy pings
 * @param protocol the protocol number it sent, any at all: pingers that belong to no version send -1; -1 in a legacy ping
 * @param isLegacy whether it has the form from before 1.7, which shows one line of text, the version and the counts
 * @param serverId the id of the server its host leads to, empty when none does
 * @param answer the answer so far
 */
public record StatusEvent(
        InetSocketAddress remoteAddress,
        String virtualHost,
        int protocol,
        boolean isLegacy,
        Optional<String> serverId,
        StatusAnswer answer) {
    /**
     * A ping of the form that all clients since 1.7 use.
     *
     * @param remoteAddress the client's address
     * @param virtualHost the host name it asked for, lower case
     * @param protocol the protocol number it sent
     * @param serverId the id of the server its host leads to, empty when none does
     * @param answer the answer so far
     */
    public StatusEvent(
            InetSocketAddress remoteAddress,
            String virtualHost,
            int protocol,
            Optional<String> serverId,
            StatusAnswer answer) {
        this(remoteAddress, virtualHost, protocol, false, serverId, answer);
    }

    /**
     * The same ping with another answer.
     *
     * @param changed the answer so far
     * @return a new event
     */
    public StatusEvent withAnswer(StatusAnswer changed) {
        return new StatusEvent(remoteAddress, virtualHost, protocol, isLegacy, serverId, changed);
    }
}
