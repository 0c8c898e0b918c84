// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;

/**
 * Asks for the status as soon as it may. The first bytes that come back are answer enough: nothing but a server that speaks
 * the protocol writes to one who asks so, and what it says is of no concern here.
 */
final class StatusProbeHandler extends ChannelInboundHandlerAdapter {
    private final StatusQuestion question;

    StatusProbeHandler(StatusQuestion question) {
        this.question = question;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        var _ = context.writeAndFlush(question.encode(context.alloc()));
        context.channel().config().setAutoRead(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof ByteBuf bytes && bytes.isReadable()) {
                question.answered().trySuccess(null);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        // The end of what it says: half-closure is allowed, so the channel itself stays.
        if (event instanceof ChannelInputShutdownEvent) {
            question.answered().tryFailure(new ClosedChannelException());
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        question.answered().tryFailure(new ClosedChannelException());
    }
}
