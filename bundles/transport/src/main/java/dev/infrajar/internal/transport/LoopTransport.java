// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.transport.Transport;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The event loops of the process. */
@Component(immediate = true) // else the loops, and all sessions with them, would end with the last user of the service
public final class LoopTransport implements Transport {
    private final SocketKind kind;
    private final SocketSettings settings;
    private final Supplier<KeepaliveConfig> keepalive;
    private final EventLoopGroup loops;

    /** Starts as many loops as the configuration says. */
    @Activate
    public LoopTransport(
            @Reference(target = "(" + ConfigValue.SECTION + "=transport)") ConfigValue<TransportConfig> transport,
            @Reference(target = "(" + ConfigValue.SECTION + "=keepalive)") ConfigValue<KeepaliveConfig> keepalive) {
        this(SocketKind.best(), transport.get(), keepalive::get);
    }

    LoopTransport(SocketKind kind, TransportConfig config, Supplier<KeepaliveConfig> keepalive) {
        this.kind = kind;
        this.settings = new SocketSettings(kind);
        this.keepalive = keepalive;
        this.loops = EventLoops.start(config.loops(Runtime.getRuntime().availableProcessors()), kind.ioHandlers());
    }

    /** Ends all loops within three seconds; channels that are still open are closed. */
    @Deactivate
    public void stop() {
        EventLoops.stop(loops);
    }

    @Override
    public boolean isEpoll() {
        return kind.isEpoll();
    }

    @Override
    public EventLoopGroup eventLoops() {
        return loops;
    }

    @Override
    public Class<? extends ServerChannel> serverChannelType() {
        return kind.serverType();
    }

    @Override
    public Class<? extends SocketChannel> channelType() {
        return kind.channelType();
    }

    @Override
    public SocketChannel newChannel() {
        return kind.isEpoll() ? new EpollSocketChannel() : new NioSocketChannel();
    }

    @Override
    public SocketChannel newChannel(InetAddress target) {
        return kind.isEpoll() && target instanceof Inet4Address
                ? new EpollSocketChannel(SocketProtocolFamily.INET)
                : newChannel();
    }

    @Override
    public Class<? extends DatagramChannel> datagramChannelType() {
        return kind.datagramType();
    }

    @Override
    public void configure(Channel channel) {
        settings.apply(channel, keepalive.get());
    }

    @Override
    public void keepAlive(Channel channel) {
        if (channel.isOpen()) {
            settings.keepAlive(channel, keepalive.get());
        }
    }

    @Override
    public void configureListener(Channel listener) {
        settings.applyToListener(listener, keepalive.get());
    }
}
