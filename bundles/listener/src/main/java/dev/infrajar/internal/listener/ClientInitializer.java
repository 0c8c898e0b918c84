// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.ConnectionAcceptor;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gives accepted channels to the session bundle, and holds them for a moment while that bundle is being replaced. */
final class ClientInitializer extends ChannelInitializer<Channel> {
    /** How long a new connection waits for the session bundle. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long RETRY_MILLIS = 50;

    private final AtomicReference<@Nullable ConnectionAcceptor> acceptor;

    ClientInitializer(AtomicReference<@Nullable ConnectionAcceptor> acceptor) {
        this.acceptor = acceptor;
    }

    @Override
    protected void initChannel(Channel channel) {
        offer(channel, PATIENCE.toMillis() / RETRY_MILLIS);
    }

    private void offer(Channel channel, long tries) {
        ConnectionAcceptor present = acceptor.get();
        if (present != null) {
            present.accept(new ClientConnection(
                    channel,
                    (InetSocketAddress) channel.remoteAddress(),
                    (InetSocketAddress) channel.localAddress(),
                    false));
        } else if (tries > 0) {
            channel.eventLoop().schedule(() -> offer(channel, tries - 1), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            channel.close();
        }
    }
}
