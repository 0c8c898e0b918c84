// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.filter.AcceptVerdict;
import dev.infrajar.net.filter.ByteFilters;
import dev.infrajar.net.filter.TransportFilterFactory;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.whiteboard.Candidate;
import dev.infrajar.net.whiteboard.Origin;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A registry, filters as plugins register them, and connections without sockets. */
final class FilterRig implements AutoCloseable {
    static final InetSocketAddress CLIENT = new InetSocketAddress("203.0.113.7", 50_000);
    static final InetSocketAddress DESTINATION = new InetSocketAddress("198.51.100.1", 25_565);
    static final String BUNDLE = "com.example.plugin";
    static final Set<Direction> BOTH = Set.of(Direction.SERVERBOUND, Direction.CLIENTBOUND);

    final FilterRegistry registry = new FilterRegistry();
    private final List<EmbeddedChannel> channels = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<ByteBuf> made = new ArrayList<>();
    private long lastServiceId;

    long add(String id, TransportFilterFactory factory) {
        return add(id, Map.of(), factory);
    }

    long add(String id, Map<String, Object> properties, TransportFilterFactory factory) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("filter.id", id);
        registry.put(new Candidate<>(++lastServiceId, new Origin(BUNDLE, 7), all, Optional.of(factory)));
        return lastServiceId;
    }

    /** Watches every connection with one and the same filter. */
    long watch(String id, NotingFilter filter, Set<Direction> bytes) {
        return add(id, connection -> new AcceptVerdict.Watch(filter, bytes));
    }

    /** A connection that has been accepted; closed if it was refused. */
    EmbeddedChannel connect() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channels.add(channel);
        if (!registry.admits(new ClientConnection(channel, CLIENT, DESTINATION, true))) {
            channel.close();
        }
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                failures.add(cause);
            }
        });
        return channel;
    }

    ByteBuf buffer(String text) {
        ByteBuf buffer = Unpooled.buffer().writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        made.add(buffer);
        return buffer;
    }

    /** What a handler behind the filters gets of bytes that the client sends. */
    String receive(EmbeddedChannel channel, String text) {
        channel.writeInbound(buffer(text));
        return rest(channel.readInbound());
    }

    /** What the socket gets of bytes that are sent to the client. */
    String send(EmbeddedChannel channel, String text) {
        channel.writeOutbound(buffer(text));
        return rest(channel.readOutbound());
    }

    private static String rest(ByteBuf bytes) {
        if (bytes == null) {
            return "";
        }
        String text = bytes.toString(StandardCharsets.US_ASCII);
        bytes.release();
        return text;
    }

    static boolean isFiltered(EmbeddedChannel channel) {
        return ByteFilters.areIn(channel);
    }

    /** What the last handler of a connection is told about its failure. */
    List<Throwable> failures() {
        return failures;
    }

    /** Takes a factory out of use. The event loops are this very thread, so it must not wait for them. */
    void remove(long serviceId) {
        Thread.currentThread().interrupt();
        registry.remove(serviceId);
        assertThat(Thread.interrupted()).isTrue();
        runTasks();
    }

    void runTasks() {
        channels.forEach(EmbeddedChannel::runPendingTasks);
    }

    @Override
    public void close() {
        channels.forEach(EmbeddedChannel::finishAndReleaseAll);
        assertThat(made).as("buffers that nobody has released").allMatch(buffer -> buffer.refCnt() == 0);
    }
}
