// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.listener.filter.FilterRegistry;
import dev.infrajar.net.filter.AcceptVerdict;
import dev.infrajar.net.filter.BytesVerdict;
import dev.infrajar.net.filter.FilteredConnection;
import dev.infrajar.net.filter.TransportFilter;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.ConnectionAcceptor;
import dev.infrajar.net.whiteboard.Candidate;
import dev.infrajar.net.whiteboard.Origin;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeaderTest {
    private static final byte[] HANDSHAKE = "the handshake and more".getBytes(StandardCharsets.US_ASCII);
    private static final long STEP_MILLIS = 50;
    private static final String V1_TCP4 = "PROXY TCP4 203.0.113.7 198.51.100.1 50000 25565";
    private static final InetSocketAddress CLIENT = new InetSocketAddress("203.0.113.7", 50_000);
    private static final InetSocketAddress DESTINATION = new InetSocketAddress("198.51.100.1", 25_565);

    private final FakeSession session = new FakeSession();
    private final Refusals refusals = new Refusals();
    private final FilterRegistry filters = new FilterRegistry();
    private final List<ByteBuf> sent = new ArrayList<>();
    private final AtomicReference<@Nullable ConnectionAcceptor> acceptor = new AtomicReference<>(session);
    private final FakeConnection channel = new FakeConnection();
    private ListenerConfig config = Configs.behindProxies(25_565, FakeConnection.PEER);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
        assertThat(sent).as("buffers that nobody has released").allMatch(buffer -> buffer.refCnt() == 0);
    }

    private void arrive() {
        channel.pipeline().addLast(new ClientInitializer(() -> config, new Arrivals(acceptor, refusals, filters)));
        channel.runPendingTasks();
    }

    private void send(byte[] bytes) {
        channel.writeInbound(buffer(bytes));
        channel.runPendingTasks();
    }

    /** A copy in a buffer of its own, as a socket gives it: handlers may keep it and write to it. */
    private ByteBuf buffer(byte[] bytes) {
        ByteBuf buffer = Unpooled.buffer(bytes.length).writeBytes(bytes);
        sent.add(buffer);
        return buffer;
    }

    /** In steps, so that what is scheduled again and again has its turns. */
    private void pass(long millis) {
        for (long left = millis; left > 0; left -= STEP_MILLIS) {
            channel.advanceTimeBy(Math.min(left, STEP_MILLIS), TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    private ClientConnection taken() {
        return session.connection().orElseThrow(() -> new AssertionError("the connection was not handed over"));
    }

    private void assertRefused(Refusal reason) {
        assertThat(channel.isOpen()).isFalse();
        assertThat(session.connection()).isEmpty();
        assertThat(Stream.of(Refusal.values()).mapToLong(refusals::times).sum()).isEqualTo(1);
        assertThat(refusals.times(reason)).isEqualTo(1);
    }

    static Stream<byte[]> headersOfAnIpv4Client() {
        return Stream.of(
                Headers.v1(V1_TCP4),
                Headers.v2(Headers.PROXY, Headers.TCP4, Headers.TCP4_ADDRESSES),
                Headers.v2(Headers.PROXY, Headers.TCP6, Headers.MAPPED_ADDRESSES),
                Headers.v1("PROXY TCP6 ::ffff:203.0.113.7 ::ffff:198.51.100.1 50000 25565"),
                Headers.v2(
                        Headers.PROXY, Headers.TCP4, Headers.TCP4_ADDRESSES + Headers.hex(Headers.tlv(0x04, 3_000))));
    }

    @ParameterizedTest
    @MethodSource("headersOfAnIpv4Client")
    void carriesAddressAndDestinationOfTheClient(byte[] header) {
        arrive();

        send(header);

        assertThat(taken()).isEqualTo(new ClientConnection(channel, CLIENT, DESTINATION, true));
        assertThat(refusals.times(Refusal.MALFORMED_HEADER)).isZero();
    }

    static Stream<byte[]> headersOfAnIpv6Client() {
        return Stream.of(
                Headers.v1("PROXY TCP6 2001:db8::7 2001:db8::1 50000 25565"),
                Headers.v2(Headers.PROXY, Headers.TCP6, Headers.TCP6_ADDRESSES));
    }

    @ParameterizedTest
    @MethodSource("headersOfAnIpv6Client")
    void carriesIpv6Addresses(byte[] header) {
        arrive();

        send(header);

        assertThat(taken().client()).isEqualTo(new InetSocketAddress("2001:db8::7", 50_000));
        assertThat(taken().destination()).isEqualTo(new InetSocketAddress("2001:db8::1", 25_565));
    }

    static Stream<byte[]> headersWithoutAddresses() {
        return Stream.of(
                Headers.v1("PROXY UNKNOWN"),
                Headers.v1("PROXY UNKNOWN ffff:f...f:ffff ffff:f...f:ffff 65535 65535"),
                Headers.v2(Headers.LOCAL, Headers.UNSPEC, ""),
                Headers.v2(Headers.LOCAL, Headers.TCP4, Headers.TCP4_ADDRESSES),
                Headers.v2(Headers.PROXY, Headers.UNSPEC, ""),
                Headers.v2(Headers.PROXY, Headers.UNIX, "2F746D702F61".concat("00".repeat(210))));
    }

    @ParameterizedTest
    @MethodSource("headersWithoutAddresses")
    void keepsThePeersAddressWhereTheHeaderCarriesNone(byte[] header) {
        arrive();

        send(Headers.concat(header, HANDSHAKE));

        assertThat(taken())
                .isEqualTo(
                        new ClientConnection(channel, FakeConnection.PEER_ADDRESS, FakeConnection.OWN_ADDRESS, true));
        assertThat(session.received()).isEqualTo(HANDSHAKE);
    }

    @Test
    void givesTheBytesBehindTheHeaderToTheSessionAndLeaves() {
        arrive();

        send(Headers.concat(Headers.v1(V1_TCP4), HANDSHAKE));

        assertThat(session.received()).isEqualTo(HANDSHAKE);
        assertThat(channel.pipeline().names()).hasSize(2);
        assertThat(channel.pipeline().first()).isSameAs(session);
    }

    @Test
    void asksForNoMoreBytesThanTheSessionDoes() {
        arrive();
        assertThat(channel.reads()).as("one for the header").isEqualTo(1);

        send(Headers.concat(Headers.v1(V1_TCP4), HANDSHAKE));
        // The session's first wish is fulfilled by what was kept, its second one is a real one.
        assertThat(channel.reads()).isEqualTo(2);
    }

    @Test
    void passesTheWishOfTheSessionOnWhenNothingWasKept() {
        arrive();

        send(Headers.v1(V1_TCP4));

        assertThat(channel.reads()).isEqualTo(2);
    }

    @Test
    void tellsTheSessionOfAnEofRightBehindItsBytes() {
        arrive();

        channel.pipeline().fireChannelRead(buffer(Headers.concat(Headers.v1(V1_TCP4), HANDSHAKE)));
        channel.pipeline().fireChannelReadComplete();
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        channel.runPendingTasks();

        assertThat(session.received()).isEqualTo(HANDSHAKE);
        assertThat(session.inputClosed().getCount()).isZero();
    }

    @Test
    void holdsBytesAndEofWhileTheSessionBundleIsAway() {
        acceptor.set(null);
        arrive();
        send(Headers.concat(Headers.v1(V1_TCP4), HANDSHAKE));
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        pass(1_900);
        assertThat(channel.isOpen()).isTrue();

        acceptor.set(session);
        pass(50);

        assertThat(taken().client()).isEqualTo(CLIENT);
        assertThat(session.received()).isEqualTo(HANDSHAKE);
        assertThat(session.inputClosed().getCount()).isZero();
    }

    @Test
    void holdsAConnectionWithoutHeaderWhileTheSessionBundleIsAway() {
        config = Configs.plain(25_565, 0);
        acceptor.set(null);
        arrive();
        send(HANDSHAKE);

        acceptor.set(session);
        pass(50);

        assertThat(session.received()).isEqualTo(HANDSHAKE);
    }

    @Test
    void givesUpWhenTheSessionBundleStaysAway() {
        acceptor.set(null);
        arrive();
        send(Headers.v1(V1_TCP4));

        pass(2_050);

        assertRefused(Refusal.NOBODY_TO_TAKE_IT);
    }

    @Test
    void keepsBoundedBytesWhileTheSessionBundleIsAway() {
        acceptor.set(null);
        arrive();
        send(Headers.v1(V1_TCP4));

        send(new byte[ArrivalHandler.MAX_KEPT_BYTES]);
        assertThat(channel.isOpen()).isTrue();
        send(new byte[1]);

        assertRefused(Refusal.TOO_MANY_BYTES);
    }

    @Test
    void closesConnectionsOfUntrustedPeersWithoutReading() {
        config = Configs.behindProxies(25_565, "10.0.0.6");

        arrive();

        assertRefused(Refusal.UNTRUSTED_PEER);
        assertThat(channel.reads()).isZero();
    }

    @Test
    void believesNoHeaderWhenNoneIsExpected() {
        config = Configs.withTrusted(25_565, FakeConnection.PEER);

        arrive();
        send(Headers.v1(V1_TCP4));

        assertThat(taken().client()).isEqualTo(FakeConnection.PEER_ADDRESS);
        assertThat(taken().isViaTrustedProxy()).isTrue();
        assertThat(session.received()).isEqualTo(Headers.v1(V1_TCP4));
    }

    @Test
    void marksConnectionsOfStrangersAsSuch() {
        config = Configs.plain(25_565, 0);

        arrive();

        assertThat(taken().isViaTrustedProxy()).isFalse();
    }

    static Stream<byte[]> malformedHeaders() {
        return Stream.of(
                HANDSHAKE,
                Headers.v1("PROXY TCP4 203.0.113.777 198.51.100.1 50000 25565"),
                Headers.v1("PROXY TCP4 203.0.113.7 198.51.100.1 50000 99999"),
                Headers.v1("PROXY TCP4 203.0.113.7"),
                Headers.v1("PROXY SCTP 203.0.113.7 198.51.100.1 50000 25565"),
                ("PROXY TCP4 " + "1".repeat(100)).getBytes(StandardCharsets.US_ASCII),
                // The rest of the bytes would be a header of its own.
                Headers.concat(Headers.v1("PROXY NONSENSE"), Headers.v1(V1_TCP4)),
                Headers.v2(Headers.PROXY, Headers.TCP4, "CB007107"),
                Headers.v2(0x31, Headers.TCP4, Headers.TCP4_ADDRESSES),
                Headers.v2(0x2F, Headers.TCP4, Headers.TCP4_ADDRESSES),
                Headers.v2(Headers.PROXY, 0x77, Headers.TCP4_ADDRESSES),
                // The declared length of a TLV points behind the header.
                Headers.v2(Headers.PROXY, Headers.TCP4, Headers.TCP4_ADDRESSES + "047FFF00"),
                Headers.v2(Headers.PROXY, Headers.TCP4, Headers.TCP4_ADDRESSES + Headers.hex(Headers.tlv(0x04, 4_096))),
                Headers.concat(Headers.hex("0D0A0D0A000D0A515549540A"), Headers.hex("FF".repeat(5_000))));
    }

    @ParameterizedTest
    @MethodSource("malformedHeaders")
    void closesConnectionsWithMalformedHeadersAndCountsThemOnce(byte[] header) {
        arrive();

        send(header);
        channel.runPendingTasks();

        assertRefused(Refusal.MALFORMED_HEADER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 20})
    void closesConnectionsWhoseHeaderIsNotCompleteInTime(int sentBytes) {
        arrive();
        byte[] header = Headers.v1(V1_TCP4);
        for (int i = 0; i < sentBytes; i++) {
            send(new byte[] {header[i]});
        }

        pass(4_999);
        assertThat(channel.isOpen()).isTrue();
        pass(1);

        assertRefused(Refusal.SLOW_HEADER);
    }

    @Test
    void deadlineEndsWithTheHeader() {
        arrive();
        send(Headers.v1(V1_TCP4));

        pass(60_000);

        assertThat(channel.isOpen()).isTrue();
    }

    /** A health check that only connects: not worth a count. */
    @Test
    void closesWithoutCountingWhenThePeerLeavesBeforeItsHeader() {
        arrive();

        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);

        assertThat(channel.isOpen()).isFalse();
        assertThat(Stream.of(Refusal.values()).mapToLong(refusals::times).sum()).isZero();
    }

    static Stream<byte[]> someHeaders() {
        return Stream.of(headersOfAnIpv4Client(), headersOfAnIpv6Client(), headersWithoutAddresses())
                .flatMap(headers -> headers);
    }

    /** Fuzz: the result does not depend on how the bytes are cut. */
    @ParameterizedTest
    @MethodSource("someHeaders")
    void anySplitOfTheBytesGivesTheSameConnection(byte[] header) {
        byte[] all = Headers.concat(header, HANDSHAKE);
        ClientConnection whole = result(List.of(all));
        Random random = new Random(20_261_122);
        for (int round = 0; round < 60; round++) {
            ClientConnection cut = result(cut(all, random, round == 0 ? 1 : 1 + random.nextInt(all.length)));
            assertThat(cut.client()).isEqualTo(whole.client());
            assertThat(cut.destination()).isEqualTo(whole.destination());
        }
    }

    private ClientConnection result(List<byte[]> segments) {
        FakeSession taker = new FakeSession();
        FakeConnection connection = new FakeConnection();
        connection
                .pipeline()
                .addLast(new ClientInitializer(
                        () -> config, new Arrivals(new AtomicReference<>(taker), refusals, filters)));
        for (byte[] segment : segments) {
            connection.writeInbound(buffer(segment));
            connection.runPendingTasks();
        }
        assertThat(taker.received()).isEqualTo(HANDSHAKE);
        connection.finishAndReleaseAll();
        return taker.connection().orElseThrow(() -> new AssertionError("not handed over"));
    }

    private static List<byte[]> cut(byte[] all, Random random, int longest) {
        List<byte[]> segments = new ArrayList<>();
        int from = 0;
        while (from < all.length) {
            int length = Math.min(all.length - from, 1 + random.nextInt(longest));
            byte[] segment = new byte[length];
            System.arraycopy(all, from, segment, 0, length);
            segments.add(segment);
            from += length;
        }
        return segments;
    }

    /** Fuzz: hostile bytes behind any true beginning of a header are never collected beyond the bound. */
    @Test
    void randomBytesNeverBufferMoreThanTheBound() {
        Random random = new Random(20_261_122);
        byte[] signature = Headers.hex("0D0A0D0A000D0A515549540A");
        for (int round = 0; round < 300; round++) {
            FakeConnection connection = new FakeConnection();
            connection
                    .pipeline()
                    .addLast(new ClientInitializer(
                            () -> config, new Arrivals(new AtomicReference<>(new FakeSession()), refusals, filters)));
            int truePart = random.nextInt(signature.length + 1);
            byte[] start = new byte[truePart];
            System.arraycopy(signature, 0, start, 0, truePart);
            connection.writeInbound(buffer(start));
            int written = truePart;
            while (connection.isOpen() && written <= HeaderDecoder.MAX_HEADER_BYTES + 512) {
                byte[] more = new byte[1 + random.nextInt(256)];
                random.nextBytes(more);
                connection.writeInbound(buffer(more));
                written += more.length;
            }
            // Closed, or the random length happened to be right and the rest went to the session.
            assertThat(connection.pipeline().get(HeaderDecoder.class) == null || !connection.isOpen())
                    .as("round %d", round)
                    .isTrue();
            connection.finishAndReleaseAll();
        }
    }

    @Test
    void showsFiltersTheCarriedAddressAndWhatIsBehindTheHeader() {
        List<FilteredConnection> accepted = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        filters.put(new Candidate<>(
                1, new Origin("com.example.plugin", 7), Map.of("filter.id", "noting"), Optional.of(connection -> {
                    accepted.add(connection);
                    return new AcceptVerdict.Watch(
                            new TransportFilter() {
                                @Override
                                public BytesVerdict clientBytes(ByteBuf bytes) {
                                    shown.add(bytes.toString(StandardCharsets.US_ASCII));
                                    return BytesVerdict.PASS;
                                }
                            },
                            Set.of(Direction.SERVERBOUND));
                })));
        arrive();

        send(Headers.concat(Headers.v1(V1_TCP4), HANDSHAKE));

        assertThat(accepted)
                .containsExactly(new FilteredConnection(channel.id().asShortText(), CLIENT, DESTINATION, true));
        assertThat(shown).containsExactly(new String(HANDSHAKE, StandardCharsets.US_ASCII));
        assertThat(session.received()).isEqualTo(HANDSHAKE);
    }

    @Test
    void closesWhatAFilterRefusesBehindTheHeader() {
        filters.put(new Candidate<>(
                1,
                new Origin("com.example.plugin", 7),
                Map.of("filter.id", "geo"),
                Optional.of(connection -> new AcceptVerdict.Refuse("not from here"))));
        arrive();

        send(Headers.concat(Headers.v1(V1_TCP4), HANDSHAKE));

        assertThat(channel.isOpen()).isFalse();
        assertThat(session.connection()).isEmpty();
        assertThat(filters.counts()).containsExactly(Map.entry("transport filter geo: not from here", 1L));
    }
}
