// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.internal.codec.tables.Bands;
import dev.infrajar.net.packet.PacketType;

/**
 * The layouts of one type of packet, by the first protocol number that has them.
 *
 * @param type the type
 * @param layouts by protocol; below the first there is no such packet
 * @param <P> the packet's record
 */
public record LayoutBands<P>(PacketType<P> type, Bands<NamedLayout<P>> layouts) {
    static <P> LayoutBands<P> from(int first, PacketType<P> type, String kind, Layout<P> layout) {
        return new LayoutBands<>(type, Bands.from(first, new NamedLayout<>(kind, layout)));
    }

    LayoutBands<P> since(int first, String kind, Layout<P> layout) {
        return new LayoutBands<>(type, layouts.since(first, new NamedLayout<>(kind, layout)));
    }

    /** The same kind as the band before. */
    LayoutBands<P> since(int first, Layout<P> layout) {
        return since(first, layouts.byFirst().lastEntry().getValue().kind(), layout);
    }
}
