// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.bench.load.Target;
import dev.infrajar.stress.load.Sources;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Players who join and leave as soon as they are in the game, a fixed number at a time, each when another has left. Every one
 * comes from a loopback address of its own and has a name of its own. One event loop.
 */
public final class JoinStorm implements Closeable {
    private static final int CONCURRENT = 64;

    /** 127.32.0.1 and so many that follow. */
    private static final int FIRST_ADDRESS = 0x7F20_0001;

    private static final int ADDRESSES = 0x000F_FFFE;
    private static final int LIMIT_SECONDS = 10;
    private static final long HIGHEST_LATENCY_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int SIGNIFICANT_DIGITS = 3;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("join-storm", true), EpollIoHandler.newFactory());
    private final Sources sources = Sources.loopback(FIRST_ADDRESS, ADDRESSES);
    private int names;

    /**
     * What a storm was.
     *
     * @param joins how many joined; nobody failed
     * @param nanos from the first connect to the last join
     * @param latency of each, from the connect to the Join Game packet, nanoseconds
     */
    public record Joins(long joins, long nanos, Histogram latency) {}

    /**
     * Joins for some time. Blocks.
     *
     * @throws IOException if anybody fails to
     */
    public Joins run(Target target, Duration time) throws IOException {
        Storm storm = new Storm(target, System.nanoTime(), time.toNanos());
        group.execute(storm::begin);
        try {
            return storm.ended.get(time.toSeconds() + LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("a player could not join: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("a player was still joining after " + LIMIT_SECONDS + " s", e);
        }
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, LIMIT_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** One run; on the event loop. */
    private final class Storm implements JoiningPlayer.End {
        private final CompletableFuture<Joins> ended = new CompletableFuture<>();
        private final Histogram latency = new Histogram(HIGHEST_LATENCY_NANOS, SIGNIFICANT_DIGITS);
        private final Bootstrap bootstrap;
        private final String host;
        private final long startNanos;
        private final long limitNanos;
        private int open;

        Storm(Target target, long startNanos, long limitNanos) {
            this.host = target.host();
            this.startNanos = startNanos;
            this.limitNanos = limitNanos;
            this.bootstrap = new Bootstrap()
                    .group(group)
                    .channel(EpollSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .remoteAddress(target.address())
                    .handler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline().addLast(new JoiningPlayer(host, "storm" + names++, Storm.this));
                        }
                    });
        }

        void begin() {
            for (int i = 0; i < CONCURRENT; i++) {
                open();
            }
        }

        private void open() {
            open++;
            ChannelFuture connect = bootstrap.localAddress(sources.next()).connect();
            connect.addListener(done -> {
                if (!done.isSuccess()) {
                    ended.completeExceptionally(done.cause());
                }
            });
        }

        @Override
        public void ended(long nanos, @Nullable Throwable failure) {
            open--;
            if (failure != null) {
                ended.completeExceptionally(failure);
                return;
            }
            latency.recordValue(nanos);
            long passed = System.nanoTime() - startNanos;
            if (passed < limitNanos && !ended.isDone()) {
                open();
            } else if (open == 0) {
                ended.complete(new Joins(latency.getTotalCount(), passed, latency));
            }
        }
    }
}
