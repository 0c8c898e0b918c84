// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.internal.connector.names.Answer;
import dev.infrajar.internal.connector.names.Names;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Backends;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import dev.infrajar.net.transport.Transport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A proxy that can open no more sockets. */
@Timeout(60)
final class ExhaustedProxyTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 51_234);

    private final NioTransport transport = new NioTransport();

    /** What opening a socket comes to when the process is out of descriptors. */
    public static final class NoSocket extends NioSocketChannel {
        public NoSocket() {
            throw new ChannelException("Failed to open a socket.", new IOException("Too many open files"));
        }
    }

    private record NoSockets(NioTransport loops) implements Transport {
        @Override
        public boolean isEpoll() {
            return false;
        }

        @Override
        public EventLoopGroup eventLoops() {
            return loops.eventLoops();
        }

        @Override
        public Class<? extends ServerChannel> serverChannelType() {
            return loops.serverChannelType();
        }

        @Override
        public Class<? extends SocketChannel> channelType() {
            return NoSocket.class;
        }

        @Override
        public void configure(Channel channel) {
            loops.configure(channel);
        }
    }

    @AfterEach
    void stop() {
        transport.close();
    }

    @Test
    void blamesNoBackend() throws Exception {
        Names names =
                new Names(_ -> new Answer.Failed<>("not asked"), _ -> new Answer.None<>("none"), new ManualClock());
        BalancingConnector connector = new BalancingConnector(
                new NoSockets(transport),
                names,
                () -> new ConnectorConfig(LONG, 0, new ActiveHealthConfig(true, ProbeType.TCP, LONG, LONG, false)),
                new ManualClock());
        ServerDefinition server = Definitions.server("127.0.0.1:1");

        for (int i = 0; i < 5; i++) {
            assertThat(connector.dial(new Dial(
                            server,
                            CLIENT,
                            CLIENT,
                            transport.loop(),
                            ChannelInboundHandlerAdapter::new,
                            Dial.Purpose.SESSION)))
                    .isEqualTo(new Dialled.Unreachable("127.0.0.1:1: Too many open files", false));
        }

        assertThat(connector.of(server).getFirst().health()).isEqualTo(Backends.Health.UP);
        assertThat(connector.of(server).getFirst().lastFailure()).isEmpty();
        connector.close();
    }
}
