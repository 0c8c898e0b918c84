// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ReflectiveChannelFactory;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * Connects one socket to one resolved address.
 *
 * @param transport makes the sockets
 */
record SocketDialler(Transport transport) {
    /** The caller's wait bounds the attempt; a timer on the loop as well would only be work. */
    private static final int NO_TIMER = 0;

    /** Blocks until the deadline at most. When the attempt fails or is interrupted, its channel is closed. */
    Attempt dial(Dial dial, InetSocketAddress target, Deadline deadline) throws InterruptedException {
        Promise<Void> ready = dial.loop().newPromise();
        Channel channel = start(dial, target, ready);
        Attempt result = new Attempt.Failed("no answer within " + deadline);
        try {
            if (ready.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                result = resultOf(channel, ready);
            }
            return result;
        } finally {
            if (!(result instanceof Attempt.Stands)) {
                var _ = channel.close();
            }
        }
    }

    private static Attempt resultOf(Channel channel, Promise<Void> ready) {
        return ready.isSuccess()
                ? new Attempt.Stands(channel)
                : new Attempt.Failed(ConnectFailure.inWords(ready.cause()));
    }

    private Channel start(Dial dial, InetSocketAddress target, Promise<Void> ready) {
        ChannelFuture connecting = new Bootstrap()
                .group(dial.loop())
                .channelFactory(this::newChannel)
                .disableResolver()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, NO_TIMER)
                .handler(initializer(dial, ready))
                .connect(target);
        boolean readyWhenConnected = !dial.server().sendProxyProtocol();
        connecting.addListener(connect -> {
            if (!connect.isSuccess()) {
                ready.tryFailure(connect.cause());
            } else if (readyWhenConnected) {
                ready.trySuccess(null);
            }
        });
        return connecting.channel();
    }

    private Channel newChannel() {
        Channel channel = new ReflectiveChannelFactory<>(transport.channelType()).newChannel();
        transport.configure(channel);
        return channel;
    }

    private static ChannelHandler initializer(Dial dial, Promise<Void> ready) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                if (dial.server().sendProxyProtocol()) {
                    ProxyHeader header = new ProxyHeader(dial.client(), dial.listener());
                    channel.pipeline().addLast(new ProxyHeaderHandler(header, ready));
                }
                channel.pipeline().addLast(dial.handler().get());
            }
        };
    }
}
