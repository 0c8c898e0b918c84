// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import dev.infrajar.net.forward.End;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/** Keeps what a peer sends before its session is handed to the forwarder. Event loop only. */
final class EarlyBytesHandler extends ChannelInboundHandlerAdapter {
    private ByteBuf received = Unpooled.EMPTY_BUFFER;
    private boolean inputClosed;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf next = (ByteBuf) message;
        if (!received.isWritable(next.readableBytes())) {
            grow(ctx, next.readableBytes());
        }
        received.writeBytes(next);
        next.release();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        inputClosed |= event == ChannelInputShutdownEvent.INSTANCE;
    }

    boolean has(long bytes, boolean end) {
        return received.readableBytes() >= bytes && (inputClosed || !end);
    }

    /** Leaves the pipeline and gives the bytes away. */
    End handOver(Channel channel) {
        channel.pipeline().remove(this);
        return new End(channel, received, inputClosed);
    }

    private void grow(ChannelHandlerContext ctx, int bytes) {
        ByteBuf larger = ctx.alloc().directBuffer(2 * (received.readableBytes() + bytes));
        larger.writeBytes(received);
        received.release();
        received = larger;
    }
}
