// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import dev.infrajar.net.filter.ByteFilters;
import dev.infrajar.net.filter.FilteredRoute;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/** Shows the filters of a connection what passes: the handler in front of all others. */
final class FilterHandler extends ChannelDuplexHandler implements ByteFilters {
    private final FilterChain chain;

    FilterHandler(FilterChain chain) {
        this.chain = chain;
    }

    @Override
    public void routed(FilteredRoute route) {
        chain.routed(route);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf passed = chain.fromClient((ByteBuf) message);
        if (passed == null) {
            return;
        }
        if (passed.isReadable()) {
            ctx.fireChannelRead(passed);
        } else {
            passed.release();
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        ByteBuf bytes = (ByteBuf) message;
        // An empty one is written to learn when all before it has left.
        ByteBuf passed = bytes.isReadable() ? chain.toClient(bytes) : bytes;
        if (passed == null) {
            // A promise that nobody waits for cannot be kept either.
            var _ = promise.trySuccess();
        } else {
            ctx.write(passed, promise);
        }
    }
}
