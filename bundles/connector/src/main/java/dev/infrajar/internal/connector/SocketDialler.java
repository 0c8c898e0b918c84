// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.names.Deadline;
import dev.infrajar.net.transport.Transport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
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
        Promise<Channel> ready = order.loop().newPromise();
        order.waiting().ifPresent(waiting -> waiting.add(ready));
        long startNanos = System.nanoTime();
        start(order, target, ready);
        Future<?> timer = order.loop()
                .schedule(
                        () -> ready.tryFailure(new TooLate(deadline)), deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        ready.addListener(result -> {
            timer.cancel(false);
            order.waiting().ifPresent(waiting -> waiting.remove(ready));
            boolean wanted = attempt.trySuccess(
                    result.isSuccess()
                            ? new Attempt.Stands(ready.getNow(), System.nanoTime() - startNanos)
                            : ConnectFailure.of(result.cause()));
            if (result.isSuccess() && !wanted) {
                ready.getNow().close();
            }
        });
        attempt.addListener(result -> {
            if (result.isCancelled()) {
                ready.tryFailure(new ClosedChannelException());
            }
        });
        return attempt;
    }

    /** Without a bootstrap, which copies its options and waits for the loop's next task, once for each connection. */
    private void start(SocketOrder order, InetSocketAddress target, Promise<Channel> ready) {
        Channel channel;
        try {
            channel = newChannel(target);
        } catch (ChannelException e) {
            ready.tryFailure(e);
            return;
        }
        ready.addListener(result -> {
            if (!result.isSuccess()) {
                giveUp(channel);
            }
        });
        addHandlers(order, channel, ready);
        order.loop().register(channel).addListener(registered -> {
            if (registered.isSuccess()) {
                connect(channel, target, order.header().isEmpty(), ready);
            } else {
                ready.tryFailure(registered.cause());
            }
        });
    }

    private Channel newChannel(InetSocketAddress target) {
        Channel channel = transport.newChannel(target.getAddress());
        transport.configure(channel);
        channel.config().setConnectTimeoutMillis(NO_TIMER);
        return channel;
    }

    private static void addHandlers(SocketOrder order, Channel channel, Promise<Channel> ready) {
        order.header().ifPresent(header -> channel.pipeline().addLast(new ProxyHeaderHandler(header, ready)));
        channel.pipeline().addLast(order.handler().get());
    }

    private static void connect(
            Channel channel, InetSocketAddress target, boolean isReadyWhenConnected, Promise<Channel> ready) {
        if (ready.isDone()) {
            // It is too late, or cancelled.
            giveUp(channel);
            return;
        }
        channel.connect(target).addListener(connected -> {
            if (!connected.isSuccess()) {
                ready.tryFailure(connected.cause());
            } else if (isReadyWhenConnected) {
                ready.trySuccess(channel);
            }
        });
    }

    private static void giveUp(Channel channel) {
        if (channel.isRegistered()) {
            channel.close();
        } else if (channel.isOpen()) {
            // It has no loop yet that it could be closed on.
            channel.unsafe().closeForcibly();
        }
    }
}
