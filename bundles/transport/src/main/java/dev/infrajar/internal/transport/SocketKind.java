// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One way to do sockets with Netty.
 *
 * @param isEpoll whether it is native epoll
 * @param ioHandlers what the event loops run
 * @param serverType the listening sockets
 * @param channelType the connected sockets
 * @param keepIdle seconds before the first keepalive probe
 * @param keepInterval seconds between keepalive probes
 * @param keepCount keepalive probes without an answer
 */
record SocketKind(
        boolean isEpoll,
        IoHandlerFactory ioHandlers,
        Class<? extends ServerChannel> serverType,
        Class<? extends SocketChannel> channelType,
        ChannelOption<Integer> keepIdle,
        ChannelOption<Integer> keepInterval,
        ChannelOption<Integer> keepCount) {

    private static final int IPPROTO_TCP = 6;

    private static final Logger LOG = LoggerFactory.getLogger(SocketKind.class);

    /** Native epoll where it can be loaded, else NIO, and a line in the log that says why. */
    static SocketKind best() {
        Optional<Throwable> obstacle = Optional.ofNullable(Epoll.unavailabilityCause());
        obstacle.ifPresent(cause -> LOG.info("Sockets use NIO: native epoll is not available ({})", rootOf(cause)));
        return obstacle.isEmpty() ? epoll() : nio();
    }

    static SocketKind epoll() {
        return new SocketKind(
                true,
                BatchedEpoll.over(EpollIoHandler.newFactory()),
                EpollServerSocketChannel.class,
                EpollSocketChannel.class,
                ofTcp("TCP_KEEPIDLE", 4),
                ofTcp("TCP_KEEPINTVL", 5),
                ofTcp("TCP_KEEPCNT", 6));
    }

    static SocketKind nio() {
        return new SocketKind(
                false,
                NioIoHandler.newFactory(),
                NioServerSocketChannel.class,
                NioSocketChannel.class,
                NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE),
                NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL),
                NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT));
    }

    /** By its number in {@code linux/tcp.h}: the options that Netty names are refused by its listening channels. */
    private static ChannelOption<Integer> ofTcp(String name, int number) {
        return new IntegerUnixChannelOption(name, IPPROTO_TCP, number);
    }

    Class<? extends DatagramChannel> datagramType() {
        return isEpoll ? EpollDatagramChannel.class : NioDatagramChannel.class;
    }

    /** The last cause: what is really missing. */
    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}
