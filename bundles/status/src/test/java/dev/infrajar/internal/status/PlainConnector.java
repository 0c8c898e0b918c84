// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;

/** Dials the first address of a server, on a loop of its own. */
public final class PlainConnector implements Connector, AutoCloseable {
    public final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    @Override
    public Future<Dialled> begin(Dial dial) {
        Promise<Dialled> dialled = dial.loop().newPromise();
        HostAndPort address = dial.server().addresses().getFirst().target();
        new Bootstrap()
                .group(dial.loop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(dial.handler().get());
                    }
                })
                .connect(address.host(), address.port())
                .addListener((ChannelFutureListener) connected -> dialled.setSuccess(
                        connected.isSuccess()
                                ? new Dialled.Connected(connected.channel(), address)
                                : new Dialled.Unreachable(address + ": connection refused", true)));
        return dialled;
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
