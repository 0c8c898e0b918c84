// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import dev.infrajar.api.player.Player;
import dev.infrajar.internal.status.RelayingStatusResponder;
import dev.infrajar.internal.status.cache.StatusCacheConfig;
import dev.infrajar.internal.status.motd.DefaultMotdConfig;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.SessionInfo;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import dev.infrajar.net.transport.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.kyori.adventure.text.Component;

/** A status bundle outside of any framework, with a backend that answers once. */
final class StatusStage {
    private static final byte[] JSON = ("{\"version\":{\"name\":\"Paper\",\"protocol\":774},"
                    + "\"players\":{\"max\":20,\"online\":5},\"description\":\"A server\"}")
            .getBytes(StandardCharsets.UTF_8);

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ServerSocket backend;
    private final RelayingStatusResponder responder;

    private StatusStage(ServerSocket backend) {
        this.backend = backend;
        this.responder = new RelayingStatusResponder(
                transport(),
                new NioConnector(),
                new NoSessions(),
                new FixedValue<>(DefaultMotdConfig.NONE),
                new FixedValue<>(new StatusCacheConfig(Duration.ofDays(1), 1000)));
    }

    static StatusStage open() {
        try {
            StatusStage stage = new StatusStage(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(stage::answerOnce);
            return stage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RelayingStatusResponder responder() {
        return responder;
    }

    int port() {
        return backend.getLocalPort();
    }

    void close() throws IOException, InterruptedException {
        responder.deactivate();
        backend.close();
        loops.shutdownGracefully().await();
    }

    /** The lengths of the packet fit one byte each. */
    private void answerOnce() {
        try (Socket socket = backend.accept()) {
            socket.getOutputStream().write(new byte[] {(byte) (JSON.length + 2), 0, (byte) JSON.length});
            socket.getOutputStream().write(JSON);
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Transport transport() {
        return new Transport() {
            @Override
            public boolean isEpoll() {
                return false;
            }

            @Override
            public EventLoopGroup eventLoops() {
                return loops;
            }

            @Override
            public Class<? extends ServerChannel> serverChannelType() {
                return NioServerSocketChannel.class;
            }

            @Override
            public Class<? extends SocketChannel> channelType() {
                return NioSocketChannel.class;
            }

            @Override
            public void configure(Channel channel) {
                channel.config().setOption(ChannelOption.AUTO_READ, false);
            }
        };
    }

    /** Connects to the first address. */
    private static final class NioConnector implements Connector {
        @Override
        public Future<Dialled> begin(Dial dial) {
            Promise<Dialled> dialled = dial.loop().newPromise();
            HostAndPort address = dial.server().addresses().getFirst().target();
            new Bootstrap()
                    .group(dial.loop())
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.AUTO_READ, false)
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
                                    : new Dialled.Unreachable("refused", true)));
            return dialled;
        }
    }

    /** A value that no reload changes. */
    private record FixedValue<T>(T value) implements ConfigValue<T> {
        @Override
        public T get() {
            return value;
        }

        @Override
        public Registration onChange(Change<T> change) {
            return () -> {};
        }
    }

    private static final class NoSessions implements Sessions {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public int countOn(String serverId) {
            return 0;
        }

        @Override
        public List<SessionInfo> infos() {
            return List.of();
        }

        @Override
        public int holding(ClassLoader loader) {
            return 0;
        }

        @Override
        public boolean disconnect(long sessionId, Component text, String reason) {
            return false;
        }

        @Override
        public List<Player> players() {
            return List.of();
        }
    }
}
