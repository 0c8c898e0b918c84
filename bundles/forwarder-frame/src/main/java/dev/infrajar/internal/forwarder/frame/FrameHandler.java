// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.forward.Blame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelOutputShutdownEvent;

/**
 * Turns the events of one channel into those of its two directions.
 *
 * <p>Netty's epoll transport reads everything, {@code autoRead} or not, once the peer has closed its output. What is read
 * then is bounded by the socket's receive buffer.
 */
final class FrameHandler extends ChannelInboundHandlerAdapter {
    private final FrameForwarder session;
    private final Blame peer;
    private final FrameSocket socket;
    private final FrameDirection fromPeer;
    private final FrameDirection toPeer;

    FrameHandler(
            FrameForwarder session, Blame peer, FrameSocket socket, FrameDirection fromPeer, FrameDirection toPeer) {
        this.session = session;
        this.peer = peer;
        this.socket = socket;
        this.fromPeer = fromPeer;
        this.toPeer = toPeer;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf chunk = (ByteBuf) message;
        socket.decrypt(chunk);
        fromPeer.forward(chunk);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        fromPeer.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        toPeer.sinkWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            session.peerClosed(peer);
        } else if (event == ChannelOutputShutdownEvent.INSTANCE) {
            toPeer.cancel();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        session.connectionFailed(peer, cause);
    }
}
