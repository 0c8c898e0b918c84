// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.internal.listener.filter.FilterRegistry;
import dev.infrajar.net.transport.ClientConnection;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a trusted peer sends first. The first byte says in pieces of how many bytes the others arrive. In pieces and at once they are the
 * same header, or none; only a header lets anybody in.
 */
class ProxyHeaderFuzzTest {
    private static final ListenerConfig CONFIG = Configs.behindProxies(25_565, FakeConnection.PEER);

    static Stream<byte[]> seeds() {
        return Stream.of(
                        Headers.v1("PROXY TCP4 203.0.113.7 198.51.100.1 50000 25565"),
                        Headers.v1("PROXY TCP6 2001:db8::7 ::ffff:1.2.3.4 50000 25565"),
                        Headers.v1("PROXY UNKNOWN"),
                        Headers.v2(Headers.PROXY, Headers.TCP4, Headers.TCP4_ADDRESSES),
                        Headers.v2(Headers.PROXY, Headers.TCP6, Headers.MAPPED_ADDRESSES),
                        Headers.v2(Headers.LOCAL, Headers.UNSPEC, ""),
                        Headers.v2(Headers.PROXY, Headers.UNIX, "2F746D702F61".concat("00".repeat(210))),
                        Headers.v2(
                                Headers.PROXY,
                                Headers.TCP4,
                                Headers.TCP4_ADDRESSES + Headers.hex(Headers.tlv(0x20, 9))))
                .map(header -> Headers.concat(Headers.bytes(2), header, Headers.bytes(16, 0)));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void anySplitGivesTheSameClient(byte[] input) {
        if (input.length < 2) {
            return;
        }
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        assertThat(arrived(bytes, 1 + (input[0] & 0xFF))).isEqualTo(arrived(bytes, bytes.length));
    }

    /** The addresses of the client and its destination; refused, or neither yet. */
    private static List<Object> arrived(byte[] bytes, int pieceBytes) {
        FakeSession session = new FakeSession();
        Refusals refusals = new Refusals();
        FakeConnection channel = new FakeConnection();
        Arrivals arrivals = new Arrivals(new AtomicReference<>(session), refusals, new FilterRegistry());
        channel.pipeline().addLast(new ClientInitializer(() -> CONFIG, arrivals));
        channel.runPendingTasks();
        for (int start = 0;
                start < bytes.length && channel.isOpen() && session.connection().isEmpty();
                start += pieceBytes) {
            int end = Math.min(bytes.length, start + pieceBytes);
            channel.writeInbound(Unpooled.buffer().writeBytes(bytes, start, end - start));
            channel.runPendingTasks();
        }
        boolean isRefused = refusals.times(Refusal.MALFORMED_HEADER) == 1;
        assertThat(channel.isOpen()).isEqualTo(!isRefused);
        List<Object> found = session.connection()
                .<List<Object>>map(ProxyHeaderFuzzTest::addresses)
                .orElse(List.of(isRefused));
        channel.finishAndReleaseAll();
        return found;
    }

    private static List<Object> addresses(ClientConnection connection) {
        return List.of(connection.client(), connection.destination(), connection.isViaTrustedProxy());
    }
}
