// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.ConnectionAcceptor;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Takes one connection, and what it sends. Asks for bytes at once, and again after each read, as the real one does. */
final class FakeSession extends ChannelInboundHandlerAdapter implements ConnectionAcceptor {
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CountDownLatch inputClosed = new CountDownLatch(1);
    private volatile @Nullable ClientConnection connection;

    /** The connection, when it was taken. */
    Optional<ClientConnection> connection() {
        return Optional.ofNullable(connection);
    }

    /** All that came so far. */
    byte[] received() {
        synchronized (received) {
            return received.toByteArray();
        }
    }

    /** Opens with the client's EOF. */
    CountDownLatch inputClosed() {
        return inputClosed;
    }

    @Override
    public void accept(ClientConnection taken) {
        connection = taken;
        taken.channel().pipeline().addLast(this);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        ctx.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        synchronized (received) {
            byte[] copy = new byte[bytes.readableBytes()];
            bytes.readBytes(copy);
            received.writeBytes(copy);
        }
        bytes.release();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.read();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputClosed.countDown();
        }
    }
}
