// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.channels.NotYetConnectedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The last phase of a connection that gets an answer and is closed: half-closes behind the answer and waits for the client
 * to close, throwing away what it still sends. Closing at once with unread bytes would make the kernel send a reset, and
 * the client would never show the text.
 */
final class LingerHandler extends ChannelInboundHandlerAdapter {
    /** The time a client has to read its answer and close. */
    static final Duration DEADLINE = Duration.ofSeconds(2);

    private final boolean inputClosed;

    private LingerHandler(boolean inputClosed) {
        this.inputClosed = inputClosed;
    }

    static void sendAndClose(PhaseHandler last, ByteBuf farewell) {
        ChannelHandlerContext ctx = last.context();
        boolean inputClosed = last.isInputClosed();
        LingerHandler linger = new LingerHandler(inputClosed);
        ctx.pipeline().replace(last, null, linger);
        ctx.channel().writeAndFlush(farewell).addListener(written -> {
            if (written.isSuccess() && !inputClosed) {
                sendFin(ctx.channel());
            } else {
                ctx.channel().close();
            }
        });
    }

    /**
     * Closes the output. Where that is possible without Netty: it makes an exception for writes that might still come, whose
     * stack trace costs a refusal more than all else here.
     */
    private static void sendFin(Channel channel) {
        if (channel instanceof UnixChannel unix && unix.fd() instanceof Socket socket) {
            sendFin(channel, socket);
        } else if (channel instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        } else {
            channel.close();
        }
    }

    private static void sendFin(Channel channel, Socket socket) {
        try {
            socket.shutdown(false, true);
        } catch (IOException | NotYetConnectedException e) {
            // The client has reset the connection.
            channel.close();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        var timer = ctx.executor().schedule(() -> ctx.close(), DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        ctx.channel().closeFuture().addListener((ChannelFutureListener) closed -> timer.cancel(false));
        if (!inputClosed) {
            // The client's EOF ends the connection; to close the input alone costs an exception where the output is
            // closed.
            ctx.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
            // Netty 4.2.18's epoll channels fail when they are asked to read on behind an EOF.
            ctx.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        // The client is gone without having read its answer: nothing is left to do.
        ctx.close();
    }
}
