// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.intercept.PacketEnd;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** Takes a connection over as a forwarder does: all that comes up to the EOF, decrypted. */
final class RestHandler extends ChannelInboundHandlerAdapter {
    private final PacketEnd end;
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> rest = new CompletableFuture<>();

    private RestHandler(PacketEnd end) {
        this.end = end;
    }

    /** On the event loop, at once behind the release. */
    static RestHandler takeOver(PacketEnd end) {
        RestHandler handler = new RestHandler(end);
        handler.keep(end.end().received());
        end.end().channel().pipeline().addLast(handler);
        if (end.end().inputClosed()) {
            handler.finish();
        } else {
            end.end().channel().read();
        }
        return handler;
    }

    CompletableFuture<byte[]> rest() {
        return rest;
    }

    private void keep(ByteBuf bytes) {
        try {
            bytes.readBytes(all, bytes.readableBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.release();
    }

    private void finish() {
        rest.complete(all.toByteArray());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        end.ciphers().map(Ciphers::decryptor).ifPresent(cipher -> cipher.apply(bytes));
        keep(bytes);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (!rest.isDone()) {
            ctx.read();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            finish();
        }
    }
}
