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
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Connects one socket to one resolved address.
 *
 * @param transport makes the sockets
 */
record SocketDialler(Transport transport) {
    /** Ours serves: it bounds the PROXY header too, and knows the caller's limit. */
    private static final int NO_TIMER = 0;

    /** Blocks until the deadline at most. When the attempt fails or is interrupted, its channel is closed. */
    Attempt dial(SocketOrder order, InetSocketAddress target, Deadline deadline) throws InterruptedException {
        Future<Attempt> attempt = connect(order, target, deadline);
        try {
            return attempt.get();
        } catch (InterruptedException e) {
            if (!attempt.cancel(false)) {
                attempt.getNow().close();
            }
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with a failure", e);
        }
    }

    /**
     * Begins an attempt; returns at once.
     *
     * @return completed on the loop, at the deadline at the latest; when it fails or is cancelled, its channel is closed
     */
    Future<Attempt> connect(SocketOrder order, InetSocketAddress target, Deadline deadline) {
        Promise<Attempt> attempt = order.loop().newPromise();
        Promise<Void> ready = order.loop().newPromise();
        order.waiting().ifPresent(waiting -> waiting.add(ready));
        long startNanos = System.nanoTime();
        Channel channel = start(order, target, ready);
        Future<?> timer = order.loop()
                .schedule(
                        () -> ready.tryFailure(new TooLate(deadline)), deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        ready.addListener(result -> {
            timer.cancel(false);
            order.waiting().ifPresent(waiting -> waiting.remove(ready));
            boolean stands = result.isSuccess();
            boolean wanted = attempt.trySuccess(
                    stands
                            ? new Attempt.Stands(channel, System.nanoTime() - startNanos)
                            : ConnectFailure.of(result.cause()));
            // A channel that could not even be made is not open, and has no loop to be closed on.
            if (!(stands && wanted) && channel.isOpen()) {
                channel.close();
            }
        });
        attempt.addListener(result -> {
            if (result.isCancelled()) {
                ready.tryFailure(new ClosedChannelException());
            }
        });
        return attempt;
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
        Channel channel = transport.newChannel();
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
