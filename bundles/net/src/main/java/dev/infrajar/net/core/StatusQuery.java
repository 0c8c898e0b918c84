// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * One server list ping, modern or legacy, after routing.
 *
 * @param client the client's address
 * @param listener the address the client reached us at
 * @param handshakeHost the host as the client wrote it, suffixes included
 * @param virtualHost the host as used for routing; empty in old legacy pings
 * @param port the port the client wrote, 0..65535
 * @param protocol the number the client sent, any at all: pingers that belong to no version send -1; -1 in a legacy ping
 * @param isLegacy whether it has the form from before 1.7, and its answer must have it too
 * @param server the server it leads to, empty when none does
 */
public record StatusQuery(
        InetSocketAddress client,
        InetSocketAddress listener,
        String handshakeHost,
        String virtualHost,
        int port,
        int protocol,
        boolean isLegacy,
        Optional<ServerDefinition> server) {}
