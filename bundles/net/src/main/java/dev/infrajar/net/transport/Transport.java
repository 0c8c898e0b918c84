// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ReflectiveChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetAddress;

/**
 * The event loops and kinds of sockets: native epoll on Linux, NIO elsewhere. A service that lives as long as the
 * framework, so that channels outlive every bundle that uses them.
 */
public interface Transport {
    /**
     * Whether sockets are native epoll ones.
     *
     * @return {@code false} off Linux, or where the native library cannot be loaded
     */
    boolean isEpoll();

    /**
     * The event loops: {@code worker_threads} of them.
     *
     * @return the group; never shut down by its users
     */
    EventLoopGroup eventLoops();

    /**
     * The kind of listening sockets.
     *
     * @return a class for a bootstrap
     */
    Class<? extends ServerChannel> serverChannelType();

    /**
     * The kind of connected sockets.
     *
     * @return a class for a bootstrap
     */
    Class<? extends SocketChannel> channelType();

    /**
     * Makes a socket to connect; not configured yet.
     *
     * @return a channel of {@link #channelType()} that is not registered
     * @throws io.netty.channel.ChannelException if the machine has no descriptor left for it
     */
    default SocketChannel newChannel() {
        return new ReflectiveChannelFactory<>(channelType()).newChannel();
    }

    /**
     * Makes a socket to connect to an address: one of the address's own family, where that makes a difference. Calls to an IPv4
     * address go a longer way through a socket of both families.
     *
     * @param target where it will be connected to
     * @return as {@link #newChannel()}
     * @throws io.netty.channel.ChannelException if the machine has no descriptor left for it
     */
    default SocketChannel newChannel(InetAddress target) {
        return newChannel();
    }

    /**
     * The kind of datagram sockets, which name lookups use.
     *
     * @return a class for a bootstrap; NIO's unless the event loops are others
     */
    default Class<? extends DatagramChannel> datagramChannelType() {
        return NioDatagramChannel.class;
    }

    /**
     * Sets what every connected socket of ours has: TCP_NODELAY, half-closure allowed, {@code autoRead} off, the receive buffers,
     * and keepalive on accepted ones. Called before the channel is registered.
     *
     * @param channel a channel of {@link #channelType()}; an accepted one on the event loop of its listening channel
     */
    void configure(Channel channel);

    /**
     * Lets the kernel probe a connection of ours to a backend while it is silent, as {@code [keepalive]} says. That takes several
     * calls to the kernel, so it is done when a connection has lasted: the first probe comes after a second at the
     * earliest. Accepted ones have it from {@link #configure}. Called on its event loop; does nothing when it is closed.
     *
     * @param channel a channel of {@link #channelType()}
     */
    default void keepAlive(Channel channel) {}

    /**
     * Sets on a listening socket what connected ones can inherit, which spares calls to the kernel in {@link #configure} of each
     * connection. Called on its event loop before it is bound; what it is not called for works without.
     *
     * @param listener a channel of {@link #serverChannelType()}
     */
    default void configureListener(Channel listener) {}
}
