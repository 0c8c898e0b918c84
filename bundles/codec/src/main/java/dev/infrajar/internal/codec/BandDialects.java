// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import dev.infrajar.internal.codec.layout.Layouts;
import dev.infrajar.internal.codec.tables.PacketTables;
import dev.infrajar.internal.codec.tables.Releases;
import dev.infrajar.internal.codec.tables.SimilarNames;
import dev.infrajar.internal.codec.text.TextForms;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.DialectMatch;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KindMatch;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.Phase;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Finds dialects by band. */
public final class BandDialects implements Dialects {
    /** Snapshots and other development versions have this bit set since 1.16.4-pre1. */
    private static final int SNAPSHOT_BIT = 1 << 30;

    private static final DialectMatch SNAPSHOT = new DialectMatch.Refused("snapshot protocol");
    private static final DialectMatch TOO_OLD = new DialectMatch.Refused("protocol older than 1.7.2");

    private final List<KnownProtocol> protocols;
    private final NavigableMap<Integer, Dialect> dialects = new TreeMap<>();
    private final Protocols sources;

    /** The protocols ascending. */
    BandDialects(List<KnownProtocol> protocols, Protocols sources) {
        this.protocols = List.copyOf(protocols);
        this.sources = sources;
        protocols.forEach(protocol -> dialects.put(protocol.number(), new BandDialect(protocol, sources)));
    }

    /** All that the codec knows, within limits that may change. */
    public static Dialects load(PacketLimits.Source limits) {
        return new BandDialects(
                Releases.load(), new Protocols(PacketTables.load(), Layouts.all(), new TextForms(), limits));
    }

    @Override
    public DialectMatch of(int protocol) {
        // A negative number has its highest bit set: not a release either.
        if (protocol >= SNAPSHOT_BIT) {
            return SNAPSHOT;
        }
        Map.Entry<Integer, Dialect> band = dialects.floorEntry(protocol);
        if (band == null) {
            return TOO_OLD;
        }
        return protocol > dialects.lastKey()
                ? new DialectMatch.Newer(band.getValue())
                : new DialectMatch.Known(band.getValue());
    }

    @Override
    public KindMatch kind(Phase phase, Direction direction, String name) {
        PacketKind asked = new PacketKind(phase, direction, name);
        Set<String> names = sources.tables().names(phase, direction);
        return names.contains(name)
                ? new KindMatch.Known(asked)
                : new KindMatch.Unknown(asked, SimilarNames.of(name, names));
    }

    @Override
    public List<KnownProtocol> protocols() {
        return protocols;
    }
}
