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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a known protocol number finds in the tables. */
final class BandDialect implements Dialect {
    /** Roots have no name since 1.20.2. */
    private static final Bands<NbtRoot> NBT_ROOTS =
            Bands.from(Integer.MIN_VALUE, NbtRoot.NAMED).since(764, NbtRoot.NAMELESS);

    private final KnownProtocol protocol;
    private final Protocols sources;

    /** Sessions keep formats for as long as they last: all sessions of a version share one, until the limits change. */
    private final Map<PacketType<?>, BandFormat<?>> formats = new ConcurrentHashMap<>();

    BandDialect(KnownProtocol protocol, Protocols sources) {
        this.protocol = protocol;
        this.sources = sources;
    }

    @Override
    public KnownProtocol protocol() {
        return protocol;
    }

    @Override
    public PacketTable table(Phase phase, Direction direction) {
        return sources.tables().at(protocol.number(), phase, direction);
    }

    @Override
    public PacketLimits limits() {
        return sources.limits().inForce();
    }

    @Override
    public <P> Optional<PacketFormat<P>> format(PacketType<P> type) {
        PacketLimits limits = limits();
        BandFormat<P> known = known(type);
        if (known != null && known.terms().limits().equals(limits)) {
            return Optional.of(known);
        }
        return sources.layouts().find(type, protocol.number()).map(layout -> {
            BandFormat<P> made = format(type, layout, limits);
            formats.put(type, made);
            return made;
        });
    }

    @SuppressWarnings("unchecked") // a type's format has the type's parameter: see format
    private <P> @Nullable BandFormat<P> known(PacketType<P> type) {
        return (BandFormat<P>) formats.get(type);
    }

    private <P> BandFormat<P> format(PacketType<P> type, NamedLayout<P> layout, PacketLimits limits) {
        PacketKind kind = new PacketKind(type.phase(), type.direction(), layout.kind());
        int id = table(type.phase(), type.direction())
                .idOf(kind)
                .orElseThrow(() -> new IllegalStateException(kind + " has a layout but no id in " + protocol));
        return new BandFormat<>(kind, id, layout.layout(), terms(type, limits));
    }

    private Terms terms(PacketType<?> type, PacketLimits limits) {
        return new Terms(
                sources.texts().of(protocol.number(), type.phase()),
                NBT_ROOTS.at(protocol.number()).orElseThrow(),
                limits,
                limits.of(type.direction()));
    }

    @Override
    public String toString() {
        return protocol.toString();
    }
}
