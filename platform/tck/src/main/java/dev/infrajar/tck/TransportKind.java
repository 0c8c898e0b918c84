// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/** The kinds of sockets a forwarder may be given. */
public enum TransportKind {
    /** The JDK's selectors. */
    NIO {
        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return NioIoHandler.newFactory();
        }

        @Override
        Class<? extends SocketChannel> channelType() {
            return NioSocketChannel.class;
        }
    },
    /** Netty's native epoll. */
    EPOLL {
        @Override
        public boolean isAvailable() {
            return Epoll.isAvailable();
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return EpollIoHandler.newFactory();
        }

        @Override
        Class<? extends SocketChannel> channelType() {
            return EpollSocketChannel.class;
        }
    };

    /**
     * Whether this machine has it.
     *
     * @return {@code false} for {@link #EPOLL} off Linux, or without the native library
     */
    public abstract boolean isAvailable();

    abstract IoHandlerFactory ioHandlers();

    abstract Class<? extends SocketChannel> channelType();
}
