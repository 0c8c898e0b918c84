// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import dev.infrajar.stress.pattern.Outcome;
import dev.infrajar.stress.pattern.Pattern;
import dev.infrajar.stress.pattern.Script;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One connection from its beginning to its only outcome. Event loop only. */
final class Visit extends ChannelInboundHandlerAdapter {
    private final Pattern pattern;
    private final Script script;
    private final long startNanos;
    private final End end;
    private boolean hasEnded;

    /** Learns how it ended. */
    interface End {
        /** Called once. */
        void ended(Visit visit, Outcome outcome);
    }

    Visit(Pattern pattern, Script script, long startNanos, End end) {
        this.pattern = pattern;
        this.script = script;
        this.startNanos = startNanos;
        this.end = end;
    }

    Pattern pattern() {
        return pattern;
    }

    long startNanos() {
        return startNanos;
    }

    /** Ends it; nothing happens if it has ended. The caller closes the channel. */
    void end(Outcome outcome) {
        if (!hasEnded) {
            hasEnded = true;
            script.end();
            end.ended(this, outcome);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        endIfDone(ctx.channel(), script.begin(ctx.channel()));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (hasEnded) {
            bytes.release();
        } else {
            endIfDone(ctx.channel(), script.read(ctx.channel(), bytes));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end(Outcome.CLOSED);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        // An IOException: a read or write on a connection that was reset. Anything else: the script, about the answer.
        endIfDone(ctx.channel(), cause instanceof IOException ? Outcome.RESET : Outcome.BROKEN);
    }

    private void endIfDone(Channel channel, @Nullable Outcome outcome) {
        if (outcome != null) {
            end(outcome);
            channel.close();
        }
    }
}
