// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A version that writes every packet as its number alone, and notes what was written. */
final class NotingDialect implements Dialect {
    final List<Object> written = new ArrayList<>();
    private final List<PacketType<?>> types;

    NotingDialect(PacketType<?>... types) {
        this.types = List.of(types);
    }

    @Override
    public KnownProtocol protocol() {
        return new KnownProtocol(775, List.of("26.1"));
    }

    @Override
    public PacketTable table(Phase phase, Direction direction) {
        return PacketTable.of(phase, direction, List.of("first", "second"));
    }

    @Override
    public PacketLimits limits() {
        throw new UnsupportedOperationException("nobody asks it");
    }

    @Override
    public <P> Optional<PacketFormat<P>> format(PacketType<P> type) {
        return types.contains(type) ? Optional.of(new Format<>(type)) : Optional.empty();
    }

    private final class Format<P> implements PacketFormat<P> {
        private final PacketType<P> type;

        Format(PacketType<P> type) {
            this.type = type;
        }

        @Override
        public PacketKind kind() {
            return new PacketKind(type.phase(), type.direction(), "p" + id());
        }

        @Override
        public int id() {
            return types.indexOf(type);
        }

        @Override
        public P readFields(ByteBuf in) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writeFields(ByteBuf out, P packet) {
            if (packet.toString().contains("too long")) {
                throw new IllegalArgumentException("too long");
            }
            written.add(packet);
        }
    }
}
