// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.bench.load.Preamble;
import dev.infrajar.internal.codec.BandDialects;
import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.Optional;

/** The version that both ends speak. */
final class Game {
    /** Packets of as many bytes or more are compressed, as vanilla servers have it. */
    static final int THRESHOLD = 256;

    private static final Dialect DIALECT =
            BandDialects.load(Game::limits).of(Preamble.PROTOCOL).dialect().orElseThrow();

    private Game() {}

    /** Id and fields of a packet. */
    static <P> ByteBuf packet(PacketType<P> type, P packet) {
        ByteBuf out = Unpooled.buffer();
        format(type).write(out, packet);
        return out;
    }

    /**
     * The fields of a packet, if it is of a type.
     *
     * @param packet id and fields; read as a whole if it is of that type, else untouched
     */
    static <P> Optional<P> read(PacketType<P> type, ByteBuf packet) {
        int start = packet.readerIndex();
        PacketFormat<P> format = format(type);
        if (VarInts.read(packet) == format.id()) {
            return Optional.of(format.readFields(packet));
        }
        packet.readerIndex(start);
        return Optional.empty();
    }

    /** The id of a packet that a backend sends while playing. */
    static int clientboundId(String name) {
        return DIALECT.table(Phase.PLAY, Direction.CLIENTBOUND)
                .idOf(new PacketKind(Phase.PLAY, Direction.CLIENTBOUND, name))
                .orElseThrow();
    }

    private static <P> PacketFormat<P> format(PacketType<P> type) {
        return DIALECT.format(type).orElseThrow();
    }

    private static PacketLimits limits() {
        PacketLimits.ForDirection unlimited = new PacketLimits.ForDirection(1 << 23, 0, Duration.ofSeconds(7), 1 << 20);
        return new PacketLimits((1 << 21) - 1, unlimited, unlimited, 1 << 20, new NbtLimits(512, 1 << 24));
    }
}
