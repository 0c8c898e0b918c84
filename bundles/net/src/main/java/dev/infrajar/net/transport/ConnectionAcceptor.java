// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

/** Takes accepted connections from the listener. */
@FunctionalInterface
public interface ConnectionAcceptor {
    /**
     * Takes over a connection. Called on the channel's event loop, when it is active and its PROXY header, where one is
     * expected, has been taken; does not block.
     *
     * @param connection its channel is configured by {@link Transport#configure} and has an empty pipeline; the acceptor
     *     closes it in the end
     */
    void accept(ClientConnection connection);
}
