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
 */
public record Dial(
        ServerDefinition server,
        InetSocketAddress client,
        InetSocketAddress listener,
        EventLoop loop,
        Supplier<ChannelHandler> handler) {}
