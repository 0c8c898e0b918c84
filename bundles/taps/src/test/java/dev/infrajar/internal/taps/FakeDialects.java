// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.DialectMatch;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KindMatch;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One version with a few packets: {@code p0}, {@code p1}, ... in each phase and direction. */
final class FakeDialects implements Dialects, Dialect {
    static final int PACKETS = 100;

    private static final List<String> NAMES =
            IntStream.range(0, PACKETS).mapToObj(id -> "p" + id).toList();

    private final List<PacketTable> tables = Stream.of(Direction.values())
            .flatMap(direction -> Stream.of(Phase.values()).map(phase -> PacketTable.of(phase, direction, NAMES)))
            .toList();

    @Override
    public KnownProtocol protocol() {
        return new KnownProtocol(775, List.of("26.1"));
    }

    @Override
    public PacketTable table(Phase phase, Direction direction) {
        return tables.stream()
                .filter(table -> table.phase() == phase && table.direction() == direction)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public PacketLimits limits() {
        throw new UnsupportedOperationException("nobody asks it");
    }

    @Override
    public <P> Optional<PacketFormat<P>> format(PacketType<P> type) {
        return Optional.empty();
    }

    @Override
    public DialectMatch of(int protocol) {
        return new DialectMatch.Known(this);
    }

    @Override
    public KindMatch kind(Phase phase, Direction direction, String name) {
        PacketKind kind = new PacketKind(phase, direction, name);
        return NAMES.contains(name) ? new KindMatch.Known(kind) : new KindMatch.Unknown(kind, List.of("p1"));
    }

    @Override
    public List<KnownProtocol> protocols() {
        return List.of(protocol());
    }
}
