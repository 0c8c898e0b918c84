// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.internal.codec.tables.Bands;
import dev.infrajar.net.packet.PacketType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The layouts of all typed packets. */
public final class Layouts {
    private final Map<PacketType<?>, LayoutBands<?>> byType;

    private Layouts(Stream<LayoutBands<?>> all) {
        this.byType = all.collect(Collectors.toUnmodifiableMap(LayoutBands::type, Function.identity()));
    }

    /** What this version of the proxy knows. */
    public static Layouts all() {
        return new Layouts(Stream.of(LoginLayouts.ALL, ConfigurationLayouts.ALL, PlayLayouts.ALL)
                .flatMap(List::stream));
    }

    /** The layout of a packet in a version; empty if the version has no such packet. */
    public <P> Optional<NamedLayout<P>> find(PacketType<P> type, int protocol) {
        return Optional.ofNullable(byType.get(type))
                .flatMap(found -> Layouts.<P>typed(found).at(protocol));
    }

    @SuppressWarnings("unchecked") // the map's keys and values have the same parameter: see the constructor
    private static <P> Bands<NamedLayout<P>> typed(LayoutBands<?> found) {
        return ((LayoutBands<P>) found).layouts();
    }

    /** All types and their layouts. */
    public Collection<LayoutBands<?>> bands() {
        return byType.values();
    }
}
