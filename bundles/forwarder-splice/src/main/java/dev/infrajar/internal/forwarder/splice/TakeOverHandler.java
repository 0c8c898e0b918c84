// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import org.jspecify.annotations.Nullable;

/**
 * Takes a socket from its Netty channel. Deregistering is asynchronous, and until it is done an EOF makes Netty read the
 * socket although {@code autoRead} is off: what it reads then is kept here. Event loop only.
 */
final class TakeOverHandler extends ChannelInboundHandlerAdapter {
    private final Channel channel;
    private ByteBuf received;
    private boolean inputClosed;
    private boolean isDone;
    private @Nullable Throwable failure;

    /** Takes the buffer over. */
    TakeOverHandler(Channel channel, ByteBuf received, boolean inputClosed) {
        this.channel = channel;
        this.received = received;
        this.inputClosed = inputClosed;
    }

    /** Runs {@code done} when the socket is no longer Netty's. */
    void begin(Runnable done) {
        channel.pipeline().addLast(this);
        var _ = channel.deregister().addListener(deregistered -> {
            isDone = true;
            done.run();
        });
    }

    boolean isDone() {
        return isDone;
    }

    boolean isInputClosed() {
        return inputClosed;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Leaves the pipeline and gives the bytes away: a direct buffer in one piece. */
    ByteBuf finish() {
        if (channel.pipeline().context(this) != null) {
            channel.pipeline().remove(this);
        }
        ByteBuf all = received;
        received = Unpooled.EMPTY_BUFFER;
        return all.isDirect() && all.nioBufferCount() == 1 ? all : joined(all, Unpooled.EMPTY_BUFFER);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        received = joined(received, (ByteBuf) message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        inputClosed |= event == ChannelInputShutdownEvent.INSTANCE;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        failure = cause;
    }

    private ByteBuf joined(ByteBuf first, ByteBuf second) {
        ByteBuf all = channel.alloc().directBuffer(first.readableBytes() + second.readableBytes());
        all.writeBytes(first).writeBytes(second);
        first.release();
        second.release();
        return all;
    }
}
