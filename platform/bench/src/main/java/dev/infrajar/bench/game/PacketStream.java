// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

/**
 * One round of the stream that is sent again and again: {@value #PACKETS} packets of {@value #PACKET_BYTES} bytes, each deflated to
 * about {@value #DEFLATED_BYTES} as chunks of worlds are, all different, the same in every run. All but one are chunks; the last is
 * of the kind that a plugin may change.
 */
public final class PacketStream {
    /** In a round. */
    public static final int PACKETS = 100;

    /** Of each packet: id and fields. */
    static final int PACKET_BYTES = 16 * 1024;

    /** What such a packet has on the wire, about. */
    static final int DEFLATED_BYTES = 5700;

    /** Nearly all packets; nobody asks for them. */
    private static final String CHUNK = "map_chunk";

    /** One packet of a round. */
    public static final String CHANGEABLE = "update_light";

    /** Never sent. */
    public static final String NEVER = "map";

    private static final long SEED = 1;

    /** Blocks of a row: one that differs from the block in the row below is rare. */
    private static final int ROW = 16;

    /** Of {@value #OUT_OF} bytes so many are new, the others as one row before; gives {@value #DEFLATED_BYTES}. */
    private static final int NEW = 190;

    private static final int OUT_OF = 1000;

    /** Kinds of blocks, most of them rare. */
    private static final int KINDS = 160;

    private final List<byte[]> packets;
    private final ByteBuf round;

    private PacketStream(List<byte[]> packets, ByteBuf round) {
        this.packets = packets;
        this.round = round;
    }

    /** Makes it; takes some 100 ms. */
    public static PacketStream create() {
        List<byte[]> packets =
                IntStream.range(0, PACKETS).mapToObj(PacketStream::made).toList();
        ByteBuf round = Unpooled.directBuffer(PACKETS * DEFLATED_BYTES);
        packets.forEach(packet -> writeFrame(round, packet));
        return new PacketStream(packets, round.asReadOnly());
    }

    /** Bytes of a round on the wire. */
    public int roundBytes() {
        return round.readableBytes();
    }

    /** A round as it is sent; read-only, with indices of its own. */
    ByteBuf round() {
        return round.duplicate();
    }

    /** Id and fields of a packet of the round. */
    byte[] packet(int number) {
        return packets.get(number);
    }

    /** Whether it is the one that a plugin may change. */
    static boolean isChangeable(int number) {
        return number == PACKETS - 1;
    }

    private static byte[] made(int number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        byte[] packet = new byte[PACKET_BYTES];
        for (int i = 0; i < PACKET_BYTES; i++) {
            packet[i] = i < ROW || random.nextInt(OUT_OF) < NEW ? kind(random) : packet[i - ROW];
        }
        packet[0] = (byte) Game.clientboundId(isChangeable(number) ? CHANGEABLE : CHUNK);
        return packet;
    }

    private static byte kind(SplittableRandom random) {
        return (byte) (random.nextInt(KINDS) * random.nextDouble());
    }

    private static void writeFrame(ByteBuf out, byte[] packet) {
        byte[] deflated = deflated(packet);
        Frames.writeHeader(out, VarInts.size(packet.length) + deflated.length);
        VarInts.write(out, packet.length);
        out.writeBytes(deflated);
    }

    /** With the level that vanilla servers use, the JDK's default. */
    private static byte[] deflated(byte[] packet) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(packet);
            deflater.finish();
            byte[] out = new byte[packet.length];
            return Arrays.copyOf(out, deflater.deflate(out));
        }
    }
}
