// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.OpeningDecoder;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.StatusReply;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections on real sockets that are answered and closed. */
class LastWordsTest {
    private static final String LOOP = "last-words";
    private static final byte[] STATUS_REQUEST = {1, 0};
    private static final byte[] PING = {9, 1, 1, 2, 3, 4, 5, 6, 7, 8};
    private static final int PATIENCE_MILLIS = 20_000;

    private final FakeFrontDoor door = new FakeFrontDoor();
    private final BlockingQueue<Channel> accepted = new LinkedBlockingQueue<>();
    private @Nullable EventLoopGroup loops;

    @AfterEach
    void stop() {
        if (loops != null) {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    private InetSocketAddress listen(boolean isEpoll) {
        assumeTrue(!isEpoll || Epoll.isAvailable(), "native epoll is not available here");
        loops = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory(LOOP), isEpoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        Channel listener = new ServerBootstrap()
                .group(loops)
                .channel(isEpoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        accepted.add(channel);
                        channel.pipeline().addLast(new OpeningHandler(door, OpeningDecoder.MAX_FRAME_BYTES));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
        return (InetSocketAddress) listener.localAddress();
    }

    private static Socket connect(InetSocketAddress address) throws IOException {
        Socket client = new Socket(address.getAddress(), address.getPort());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private static byte[] handshake(Handshake.NextState next) {
        ByteBuf frame = Unpooled.buffer();
        new Handshake(47, "mc.example.com", 25565, next).write(frame);
        return ByteBufUtil.getBytes(frame);
    }

    private void awaitClosed() throws InterruptedException {
        Channel channel = accepted.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(channel).isNotNull();
        assertThat(channel.closeFuture().await(PATIENCE_MILLIS)).isTrue();
    }

    private String refused(InetSocketAddress address) throws Exception {
        door.verdict = new Verdict.Refuse(Component.text("too many"), "rate limit");
        String text;
        try (Socket client = connect(address)) {
            OutputStream out = client.getOutputStream();
            out.write(handshake(Handshake.NextState.LOGIN));
            // All that a client says behind its handshake is still under way when it is refused.
            out.write(new byte[10_000]);
            text = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        awaitClosed();
        return text;
    }

    private void ping(InetSocketAddress address) throws Exception {
        door.verdict = Verdict.PASS;
        door.ready = Optional.of(StatusReply.Json.of("{}"));
        try (Socket client = connect(address)) {
            OutputStream out = client.getOutputStream();
            out.write(handshake(Handshake.NextState.STATUS));
            out.write(STATUS_REQUEST);
            assertThat(client.getInputStream().readNBytes(5)).hasSize(5);
            out.write(PING);
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(PING);
            awaitClosed();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reachTheClientWhateverItHasSentMeanwhile(boolean isEpoll) throws Exception {
        assertThat(refused(listen(isEpoll))).contains("too many");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofAPingAreItsPong(boolean isEpoll) throws Exception {
        ping(listen(isEpoll));
    }

    /** What an exception costs is its stack trace: more than all else in a refusal or an answered ping. */
    @Test
    void makeNoException(@TempDir Path folder) throws Exception {
        InetSocketAddress address = listen(true);
        refused(address);
        ping(address);

        Path file = folder.resolve("exceptions.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.JavaExceptionThrow").withStackTrace();
            recording.start();
            refused(address);
            ping(address);
            recording.stop();
            recording.dump(file);
        }

        assertThat(thrownOnLoop(file)).isEmpty();
    }

    private static List<String> thrownOnLoop(Path file) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getThread().getJavaName().startsWith(LOOP))
                .filter(event -> isCostly(event.getClass("thrownClass").getName()))
                .map(RecordedEvent::toString)
                .toList();
    }

    /** Neither Netty's own exception at each close, which has no stack trace, nor what its leak detector does in tests. */
    private static boolean isCostly(String exception) {
        return !exception.equals("io.netty.channel.StacklessClosedChannelException")
                && !exception.startsWith(ResourceLeakDetector.class.getName());
    }
}
