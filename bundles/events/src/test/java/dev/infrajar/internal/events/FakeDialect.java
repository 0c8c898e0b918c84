// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A version whose packets are numbered as they are asked for, and whose fields are the number of a record it has noted. */
final class FakeDialect implements Dialect {
    private static final int BROKEN = 9999;
    private static final int BOMB = 9998;

    private final List<PacketType<?>> types;
    private final List<Object> records = new ArrayList<>();
    private int serverboundMessageBytes = 32_767;

    FakeDialect(PacketType<?>... types) {
        this.types = List.of(types);
    }

    /** A packet that cannot be read. */
    static void writeBroken(ByteBuf out) {
        VarInts.write(out, BROKEN);
    }

    /** A packet that would take too much to read. */
    static void writeBomb(ByteBuf out) {
        VarInts.write(out, BOMB);
    }

    @Override
    public KnownProtocol protocol() {
        return new KnownProtocol(775, List.of("26.1"));
    }

    /** As somebody has configured it. */
    void limitServerboundMessages(int bytes) {
        serverboundMessageBytes = bytes;
    }

    @Override
    public PacketLimits limits() {
        return new PacketLimits(
                2_097_151,
                new PacketLimits.ForDirection(2_097_152, 0, Duration.ofSeconds(7), serverboundMessageBytes),
                new PacketLimits.ForDirection(8_388_608, 0, Duration.ofSeconds(7), 1_048_576),
                1_048_576,
                new NbtLimits(512, 16_777_216));
    }

    @Override
    public PacketTable table(Phase phase, Direction direction) {
        return PacketTable.of(
                phase,
                direction,
                types.stream()
                        .map(type -> type.record().getSimpleName() + types.indexOf(type))
                        .toList());
    }

    @Override
    public <P> Optional<PacketFormat<P>> format(PacketType<P> type) {
        int id = types.indexOf(type);
        return id < 0 ? Optional.empty() : Optional.of(new Format<>(type, id));
    }

    private final class Format<P> implements PacketFormat<P> {
        private final PacketType<P> type;
        private final int id;

        Format(PacketType<P> type, int id) {
            this.type = type;
            this.id = id;
        }

        @Override
        public PacketKind kind() {
            return new PacketKind(type.phase(), type.direction(), "p" + id);
        }

        @Override
        public int id() {
            return id;
        }

        @Override
        public P readFields(ByteBuf in) {
            int number = VarInts.read(in);
            synchronized (records) {
                if (number == BOMB) {
                    throw WireException.NBT_TOO_DEEP;
                }
                if (number >= records.size()) {
                    throw WireException.TRUNCATED;
                }
                return type.record().cast(records.get(number));
            }
        }

        @Override
        public void writeFields(ByteBuf out, P packet) {
            synchronized (records) {
                VarInts.write(out, records.size());
                records.add(packet);
            }
        }
    }
}
