// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

/** Takes accepted connections from the listener. */
@FunctionalInterface
public interface ConnectionAcceptor {
    /**
     * Takes over a connection. Called on the channel's event loop, when it is active and its PROXY header, where one is
     * expected, has been taken; does not block.
     *
     * @param connection its channel is configured by {@link Transport#configure}; the acceptor adds handlers at the end of
     *     its pipeline, in which there is nothing else when this method has returned but {@link dev.infrajar.net.filter.ByteFilters}
     *     where filters want its bytes, and closes it in the end. Bytes that have arrived already are read by those handlers as if
     *     they came now
     */
    void accept(ClientConnection connection);
}
