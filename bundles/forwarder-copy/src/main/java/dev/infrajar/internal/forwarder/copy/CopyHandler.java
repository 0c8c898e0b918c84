// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.copy;

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
final class CopyHandler extends ChannelInboundHandlerAdapter {
    private final CopyForwarder session;
    private final Blame peer;
    private final CopyDirection fromPeer;
    private final CopyDirection toPeer;

    CopyHandler(CopyForwarder session, Blame peer, CopyDirection fromPeer, CopyDirection toPeer) {
        this.session = session;
        this.peer = peer;
        this.fromPeer = fromPeer;
        this.toPeer = toPeer;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        fromPeer.forward((ByteBuf) message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        fromPeer.flush();
        session.readComplete(peer);
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
