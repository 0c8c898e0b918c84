// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.haproxy.HAProxyMessageEncoder;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.nio.channels.ClosedChannelException;
import java.util.function.Function;

/** Writes a PROXY header as soon as the channel is active, before any other handler knows, and leaves the pipeline. */
final class ProxyHeaderHandler extends ChannelInboundHandlerAdapter {
    private final Function<Channel, ProxyHeader> header;
    private final Promise<Channel> written;
    private boolean sent;

    /** The promise is kept when the header is in the socket, and fails when it will never be. */
    ProxyHeaderHandler(Function<Channel, ProxyHeader> header, Promise<Channel> written) {
        this.header = header;
        this.written = written;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        ChannelPipeline pipeline = context.pipeline();
        pipeline.addFirst(HAProxyMessageEncoder.INSTANCE);
        ChannelFuture write =
                context.writeAndFlush(header.apply(context.channel()).toMessage());
        sent = true;
        pipeline.remove(HAProxyMessageEncoder.INSTANCE);
        pipeline.remove(this);
        // Only now: who waits for the promise finds the pipeline as it stays.
        write.addListener(result -> tell(context.channel(), result));
        context.fireChannelActive();
    }

    private void tell(Channel channel, Future<?> write) {
        if (write.isSuccess()) {
            written.trySuccess(channel);
        } else {
            written.tryFailure(write.cause());
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (!sent) {
            written.tryFailure(new ClosedChannelException());
        }
    }
}
