// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What every connected socket is set to. Linux gives an accepted socket the options of the listening one: with native epoll
 * keepalive is set there, once, and not by four calls for each connection. Thread-safe.
 */
final class SocketSettings {
    /** A receive buffer of at least this, in bytes: a handshake with a login start fits. */
    private static final int MIN_RECEIVE_BYTES = 256;

    /** The first receive buffer, in bytes; it grows as the reads fill it. */
    private static final int FIRST_RECEIVE_BYTES = 1024;

    /**
     * A receive buffer of at most this, in bytes: what one read moves when a relay is busy. Each read costs an ACK; measured:
     * docs/decisions/0001-three-forwarding-paths.md.
     */
    private static final int MAX_RECEIVE_BYTES = 256 * 1024;

    /** socket(7); Netty's listening channels know no such option. The numbers are those of {@code asm-generic/socket.h}. */
    private static final ChannelOption<Integer> SO_KEEPALIVE = new IntegerUnixChannelOption("SO_KEEPALIVE", 1, 9);

    private final SocketKind kind;

    /** What the connections of listening sockets come with. */
    private final Map<Channel, KeepaliveConfig> inherited = new ConcurrentHashMap<>();

    /** Settings of sockets of a kind. */
    SocketSettings(SocketKind kind) {
        this.kind = kind;
    }

    /** Sets what the connections that a listening socket accepts come with, where they inherit anything. */
    void applyToListener(Channel listener, KeepaliveConfig keepalive) {
        if (!kind.isEpoll()) {
            return;
        }
        bequeath(listener, keepalive);
        listener.closeFuture().addListener(closed -> inherited.remove(listener));
    }

    /**
     * Sets all but keepalive of sockets that we connect, and what the platform does not know: keepalive times are left out
     * there without a word.
     */
    void apply(Channel channel, KeepaliveConfig keepalive) {
        ChannelConfig config = channel.config();
        config.setAllocator(PooledByteBufAllocator.DEFAULT);
        // One for each channel: Netty keeps the channel's "messages per read" in it.
        config.setRecvByteBufAllocator(
                new AdaptiveRecvByteBufAllocator(MIN_RECEIVE_BYTES, FIRST_RECEIVE_BYTES, MAX_RECEIVE_BYTES));
        config.setAutoRead(false);
        // TCP_NODELAY is set already: Netty does so when it makes a channel.
        config.setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        if (channel.parent() != null && !hasInherited(channel.parent(), keepalive)) {
            keepAlive(channel, keepalive);
        }
    }

    /** Sets keepalive alone. */
    void keepAlive(Channel channel, KeepaliveConfig keepalive) {
        channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
        setTimes(channel.config(), keepalive);
    }

    /**
     * Whether what is accepted has this set already. If the configuration has changed, it is true from the next time on; connections
     * that wait in the kernel at that moment are those of before the change.
     */
    private boolean hasInherited(Channel listener, KeepaliveConfig keepalive) {
        KeepaliveConfig before = inherited.get(listener);
        if (before != null && !before.equals(keepalive)) {
            bequeath(listener, keepalive);
        }
        return keepalive.equals(before);
    }

    private void bequeath(Channel listener, KeepaliveConfig keepalive) {
        listener.config().setOption(SO_KEEPALIVE, 1);
        setTimes(listener.config(), keepalive);
        inherited.put(listener, keepalive);
    }

    private void setTimes(ChannelConfig config, KeepaliveConfig keepalive) {
        config.setOption(kind.keepIdle(), keepalive.timeSeconds());
        config.setOption(kind.keepInterval(), keepalive.intervalSeconds());
        config.setOption(kind.keepCount(), keepalive.retries());
    }
}
