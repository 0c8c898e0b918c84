// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A connection that leaves once it is in the game. Event loop only. */
final class JoiningPlayer extends ChannelInboundHandlerAdapter {
    private final String host;
    private final String name;
    private final End end;
    private final PlayerLogin login = new PlayerLogin();
    private final long startNanos = System.nanoTime();
    private final Unread unread = new Unread();
    private boolean hasEnded;

    /** Learns how it ended; called once. */
    interface End {
        /**
         * It is over.
         *
         * @param nanos since the connect
         * @param failure null if the player was in the game
         */
        void ended(long nanos, @Nullable Throwable failure);
    }

    JoiningPlayer(String host, String name, End end) {
        this.host = host;
        this.name = name;
        this.end = end;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.writeAndFlush(PlayerLogin.begin(host, name), ctx.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws IOException {
        ByteBuf all = unread.with((ByteBuf) message);
        try {
            ByteBuf answers = ctx.alloc().buffer();
            login.take(all, answers);
            ctx.writeAndFlush(answers, ctx.voidPromise());
            unread.keep(all);
        } finally {
            all.release();
        }
        if (login.isJoined()) {
            end(null);
            ctx.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        unread.release();
        end(new EOFException("the connection ended within the login"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        end(cause);
        ctx.close();
    }

    private void end(@Nullable Throwable failure) {
        if (!hasEnded) {
            hasEnded = true;
            end.ended(System.nanoTime() - startNanos, failure);
        }
    }
}
