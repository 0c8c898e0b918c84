// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import dev.infrajar.internal.codec.layout.NamedLayout;
import dev.infrajar.internal.codec.layout.Terms;
import dev.infrajar.internal.codec.tables.Bands;
import dev.infrajar.net.nbt.NbtRoot;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import java.util.Optional;

/** What a known protocol number finds in the tables. */
record BandDialect(KnownProtocol protocol, Protocols sources) implements Dialect {
    /** Roots have no name since 1.20.2. */
    private static final Bands<NbtRoot> NBT_ROOTS =
            Bands.from(Integer.MIN_VALUE, NbtRoot.NAMED).since(764, NbtRoot.NAMELESS);

    @Override
    public PacketTable table(Phase phase, Direction direction) {
        return sources.tables().at(protocol.number(), phase, direction);
    }

    @Override
    public <P> Optional<PacketFormat<P>> format(PacketType<P> type) {
        return sources.layouts().find(type, protocol.number()).map(layout -> format(type, layout));
    }

    private <P> PacketFormat<P> format(PacketType<P> type, NamedLayout<P> layout) {
        PacketKind kind = new PacketKind(type.phase(), type.direction(), layout.kind());
        int id = table(type.phase(), type.direction())
                .idOf(kind)
                .orElseThrow(() -> new IllegalStateException(kind + " has a layout but no id in " + protocol));
        return new BandFormat<>(kind, id, layout.layout(), terms(type));
    }

    private Terms terms(PacketType<?> type) {
        PacketLimits limits = sources.limits().inForce();
        return new Terms(
                sources.texts().of(protocol.number(), type.phase()),
                NBT_ROOTS.at(protocol.number()).orElseThrow(),
                limits,
                limits.of(type.direction()));
    }
}
