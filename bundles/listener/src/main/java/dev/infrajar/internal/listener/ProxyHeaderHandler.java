// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.transport.Cidr;
import dev.infrajar.net.transport.ClientConnection;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyProxiedProtocol.AddressFamily;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what a {@link HeaderDecoder} in front of it makes of the first bytes of a trusted peer. A header that carries
 * no address of the internet ({@code UNKNOWN}, {@code LOCAL}, {@code AF_UNSPEC}, a UNIX socket) leaves the peer's own: proxies
 * send such ones with their health checks. Source: the PROXY protocol specification of HAProxy, sections 2.1 and 2.2.
 */
final class ProxyHeaderHandler extends ChannelInboundHandlerAdapter {
    /** The time for a complete header. */
    static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Arrivals arrivals;
    private @Nullable Future<?> deadline;
    private boolean refused;

    ProxyHeaderHandler(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        deadline = ctx.executor()
                .schedule(() -> refuse(ctx, Refusal.SLOW_HEADER), DEADLINE.toNanos(), TimeUnit.NANOSECONDS);
        ctx.read();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    /** The decoder's message, or what it lets go of after it has failed. */
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (!refused && message instanceof HAProxyMessage header) {
                arrive(ctx, connection(ctx.channel(), header));
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    /** What filters add comes behind the decoder: they see nothing of the header. */
    private void arrive(ChannelHandlerContext ctx, ClientConnection connection) {
        if (!arrivals.filters().admits(connection)) {
            refused = true;
            ctx.close();
            return;
        }
        ctx.pipeline().addLast(new ArrivalHandler(connection, arrivals));
        ctx.pipeline().remove(this);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            ctx.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        refuse(ctx, Refusal.MALFORMED_HEADER);
    }

    /** Once: the decoder may fail again over the rest of the same bytes while the connection is closed. */
    private void refuse(ChannelHandlerContext ctx, Refusal reason) {
        if (!refused) {
            refused = true;
            arrivals.refuse(ctx.channel(), reason);
        }
    }

    private static ClientConnection connection(Channel channel, HAProxyMessage header) {
        AddressFamily family = header.proxiedProtocol().addressFamily();
        boolean isCarried = header.command() == HAProxyCommand.PROXY
                && (family == AddressFamily.AF_IPv4 || family == AddressFamily.AF_IPv6);
        return isCarried
                ? new ClientConnection(
                        channel,
                        socketAddress(header.sourceAddress(), header.sourcePort()),
                        socketAddress(header.destinationAddress(), header.destinationPort()),
                        true)
                : Arrivals.ownAddresses(channel, true);
    }

    private static InetSocketAddress socketAddress(String literal, int port) {
        try {
            InetAddress address = InetAddress.getByAddress(NetUtil.createByteArrayFromIpAddressString(literal));
            return new InetSocketAddress(Cidr.unmapped(address), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the decoder has checked " + literal, e);
        }
    }
}
