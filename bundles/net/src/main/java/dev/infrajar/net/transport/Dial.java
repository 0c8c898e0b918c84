// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

import dev.infrajar.net.core.ServerDefinition;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/**
 * A backend connection to be made.
 *
 * @param server its addresses, connect timeout and PROXY protocol setting
 * @param client the address of the client, for the PROXY header
 * @param listener the address the client reached us at, for the PROXY header
 * @param loop the event loop the channel is to live on
 * @param handler makes the first handler of each attempt's channel
 * @param purpose what the connection is for
 */
public record Dial(
        ServerDefinition server,
        InetSocketAddress client,
        InetSocketAddress listener,
        EventLoop loop,
        Supplier<ChannelHandler> handler,
        Purpose purpose) {
    /** What a connection to a backend is for. */
    public enum Purpose {
        /** A player's session: counts as load, and is not given to a backend that is being drained. */
        SESSION,
        /** A question for the status: short, and asked of any backend that is up. */
        STATUS
    }
}
