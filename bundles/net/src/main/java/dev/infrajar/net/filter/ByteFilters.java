// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.filter;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;

/**
 * The handler in front of all others of a client's pipeline while a filter wants bytes of the connection, and at no other time. Made
 * by the listener. A forwarder that moves bytes past the pipeline must leave such a connection to another.
 */
public interface ByteFilters extends ChannelHandler {
    /**
     * Asks the filters who still wants bytes, and leaves the pipeline if none does. On the event loop.
     *
     * @param route where the bytes will go
     */
    void routed(FilteredRoute route);

    /**
     * Whether filters want bytes of a connection. Callable from any thread.
     *
     * @param client the client's channel
     * @return at this moment; once a session is relayed it becomes no more than {@code false}
     */
    static boolean areIn(Channel client) {
        return client.pipeline().get(ByteFilters.class) != null;
    }

    /**
     * Tells the filters of a connection, if there are any, where its bytes will go. On the event loop.
     *
     * @param client the client's channel
     * @param route where
     */
    static void routed(Channel client, FilteredRoute route) {
        ByteFilters filters = client.pipeline().get(ByteFilters.class);
        if (filters != null) {
            filters.routed(route);
        }
    }
}
