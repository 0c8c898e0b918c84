// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;

/** Says hello as soon as it may, and remembers what it was told. */
final class RecordingHandler extends ChannelInboundHandlerAdapter {
    final CompletableFuture<Channel> channel = new CompletableFuture<>();
    final CompletableFuture<Void> active = new CompletableFuture<>();
    final CompletableFuture<Void> inactive = new CompletableFuture<>();

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel.complete(context.channel());
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        active.complete(null);
        var _ = context.writeAndFlush(Unpooled.copiedBuffer("hello", US_ASCII));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        inactive.complete(null);
    }
}
