// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;

/**
 * What every connected socket is set to.
 *
 * @param kind gives the names of the keepalive options
 */
record SocketSettings(SocketKind kind) {
    /** A receive buffer of at least this, in bytes: a handshake with a login start fits. */
    private static final int MIN_RECEIVE_BYTES = 256;

    /** The first receive buffer, in bytes; it grows as the reads fill it. */
    private static final int FIRST_RECEIVE_BYTES = 1024;

    /**
     * A receive buffer of at most this, in bytes: what one read moves when a relay is busy. Each read costs an ACK; measured:
     * docs/decisions/0001-three-forwarding-paths.md.
     */
    private static final int MAX_RECEIVE_BYTES = 256 * 1024;

    /** Sets all but what the platform does not know: keepalive times are left out there without a word. */
    void apply(Channel channel, KeepaliveConfig keepalive) {
        ChannelConfig config = channel.config();
        config.setAllocator(PooledByteBufAllocator.DEFAULT);
        // One for each channel: Netty keeps the channel's "messages per read" in it.
        config.setRecvByteBufAllocator(
                new AdaptiveRecvByteBufAllocator(MIN_RECEIVE_BYTES, FIRST_RECEIVE_BYTES, MAX_RECEIVE_BYTES));
        config.setAutoRead(false);
        config.setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        config.setOption(ChannelOption.TCP_NODELAY, true);
        config.setOption(ChannelOption.SO_KEEPALIVE, true);
        config.setOption(kind.keepIdle(), keepalive.timeSeconds());
        config.setOption(kind.keepInterval(), keepalive.intervalSeconds());
        config.setOption(kind.keepCount(), keepalive.retries());
    }
}
