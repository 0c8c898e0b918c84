// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.names.Deadline;
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
    Attempt dial(SocketOrder order, InetSocketAddress target, Deadline deadline) throws InterruptedException {
        Promise<Void> ready = order.loop().newPromise();
        order.waiting().ifPresent(waiting -> waiting.add(ready));
        try {
            return dial(order, target, deadline, ready);
        } finally {
            order.waiting().ifPresent(waiting -> waiting.remove(ready));
        }
    }

    private Attempt dial(SocketOrder order, InetSocketAddress target, Deadline deadline, Promise<Void> ready)
            throws InterruptedException {
        long startNanos = System.nanoTime();
        Channel channel = start(order, target, ready);
        Attempt result = new Attempt.Failed("no answer within " + deadline, Attempt.Fault.BACKEND);
        try {
            if (ready.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                result = ready.isSuccess()
                        ? new Attempt.Stands(channel, System.nanoTime() - startNanos)
                        : ConnectFailure.of(ready.cause());
            }
            return result;
        } finally {
            // A channel that could not even be made is not open, and has no loop to be closed on.
            if (!(result instanceof Attempt.Stands) && channel.isOpen()) {
                var _ = channel.close();
            }
        }
    }

    private Channel start(SocketOrder order, InetSocketAddress target, Promise<Void> ready) {
        ChannelFuture connecting = new Bootstrap()
                .group(order.loop())
                .channelFactory(this::newChannel)
                .disableResolver()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, NO_TIMER)
                .handler(initializer(order, ready))
                .connect(target);
        boolean readyWhenConnected = order.header().isEmpty();
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

    private static ChannelHandler initializer(SocketOrder order, Promise<Void> ready) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                order.header().ifPresent(header -> channel.pipeline().addLast(new ProxyHeaderHandler(header, ready)));
                channel.pipeline().addLast(order.handler().get());
            }
        };
    }
}
