// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static dev.infrajar.tck.FrameBytes.frame;
import static dev.infrajar.tck.FrameBytes.packet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Dialects;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;

/** What the kits for packet forwarders stand on: sessions, and a look for what they leave behind. */
abstract class PacketForwarderTest {
    /** No id of the platform's own interest. */
    static final int ANY_ID = 85;

    private static final int NEWEST = 775;
    private static final long SEED = 4711;

    private final PacketForwarderFactory factory;
    private final Dialects dialects;
    private final ZlibCompression compression = new ZlibCompression();
    private final LeakWatch leaks = new LeakWatch();
    private final List<PacketFixture> sessions = new ArrayList<>();

    PacketForwarderTest(PacketForwarderFactory factory, Dialects dialects) {
        this.factory = factory;
        this.dialects = dialects;
    }

    @AfterEach
    final void leavesNothingBehind() {
        sessions.forEach(PacketFixture::close);
        assertThat(compression.open()).as("compressors left open").isZero();
        sessions.clear();
        assertThat(leaks.leaks()).as("buffers dropped without being released").isEmpty();
        leaks.close();
    }

    final PacketFixture session() {
        return session(NEWEST);
    }

    final PacketFixture session(int protocol) {
        Dialect dialect = dialects.of(protocol).dialect().orElseThrow();
        PacketFixture session = new PacketFixture(factory, dialect, compression);
        sessions.add(session);
        return session;
    }

    static Random random() {
        return new Random(SEED);
    }

    static ByteBuf buffer(byte[] bytes) {
        return PooledByteBufAllocator.DEFAULT.buffer(Math.max(bytes.length, 1)).writeBytes(bytes);
    }

    /** Packets of all sizes; none of them means anything to the platform. */
    static List<byte[]> randomPackets(long seed) {
        Random random = new Random(seed);
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int bytes = random.nextInt(1 << (1 + random.nextInt(13)));
            packets.add(packet(random.nextInt(10) == 0 ? 300 : ANY_ID, bytes, random));
        }
        packets.add(packet(ANY_ID, 100_000 + random.nextInt(200_000), random));
        packets.add(packet(ANY_ID, random.nextInt(200), random));
        return packets;
    }

    static byte[] stream(List<byte[]> packets, int threshold) {
        return FrameBytes.concat(
                packets.stream().map(packet -> frame(packet, threshold)).toArray(byte[][]::new));
    }

    /** Pieces of random sizes: single bytes, and thousands. */
    static List<byte[]> pieces(byte[] stream, Random random) {
        List<byte[]> pieces = new ArrayList<>();
        int start = 0;
        while (start < stream.length) {
            int bytes = 1 + random.nextInt(1 << (1 + random.nextInt(16)));
            int end = Math.min(stream.length, start + bytes);
            pieces.add(Arrays.copyOfRange(stream, start, end));
            start = end;
        }
        return pieces;
    }

    /** Pieces of one size. */
    static List<byte[]> pieces(byte[] stream, int bytes) {
        List<byte[]> pieces = new ArrayList<>();
        for (int start = 0; start < stream.length; start += bytes) {
            pieces.add(Arrays.copyOfRange(stream, start, Math.min(stream.length, start + bytes)));
        }
        return pieces;
    }

    static void assertSame(List<byte[]> packets, List<byte[]> expected) {
        assertThat(packets.stream().map(Arrays::hashCode).toList())
                .isEqualTo(expected.stream().map(Arrays::hashCode).toList());
        for (int i = 0; i < packets.size(); i++) {
            assertThat(packets.get(i)).isEqualTo(expected.get(i));
        }
    }
}
