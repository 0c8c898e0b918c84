// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.tables;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.Phase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tables of {@code packets.txt}. */
public final class PacketTables {
    private static final String FILE = "packets.txt";

    /** Where a table belongs. */
    private record Place(Phase phase, Direction direction) {}

    private final Map<Place, Bands<PacketTable>> tables;

    private PacketTables(Map<Place, Bands<PacketTable>> tables) {
        this.tables = tables;
    }

    /** Reads the bundle's own file: some 75 tables, a few milliseconds. */
    public static PacketTables load() {
        return parse(ResourceLines.of(FILE));
    }

    static PacketTables parse(List<String> lines) {
        Map<Place, Bands<PacketTable>> tables = new HashMap<>();
        Place place = new Place(Phase.HANDSHAKE, Direction.SERVERBOUND);
        for (String line : lines) {
            String[] words = line.split(" ");
            if (Character.isDigit(line.charAt(0))) {
                add(tables, place, words);
            } else {
                place = new Place(
                        Phase.valueOf(words[0].toUpperCase(Locale.ROOT)),
                        Direction.valueOf(words[1].toUpperCase(Locale.ROOT)));
            }
        }
        return new PacketTables(Map.copyOf(tables));
    }

    private static void add(Map<Place, Bands<PacketTable>> tables, Place place, String[] words) {
        int first = Integer.parseInt(words[0]);
        List<String> names = List.of(words).subList(1, words.length);
        PacketTable table = PacketTable.of(place.phase, place.direction, names);
        Bands<PacketTable> bands = tables.get(place);
        tables.put(place, bands == null ? Bands.from(first, table) : bands.since(first, table));
    }

    /** The table of a version; without packets if it has no such phase. */
    public PacketTable at(int protocol, Phase phase, Direction direction) {
        return Optional.ofNullable(tables.get(new Place(phase, direction)))
                .flatMap(bands -> bands.at(protocol))
                .orElseGet(() -> PacketTable.of(phase, direction, List.of()));
    }

    /** All names that a phase and direction has in any version. */
    public Set<String> names(Phase phase, Direction direction) {
        Set<String> names = new TreeSet<>();
        Bands<PacketTable> bands = tables.get(new Place(phase, direction));
        if (bands != null) {
            bands.byFirst().values().stream()
                    .map(PacketTable::names)
                    .flatMap(Collection::stream)
                    .forEach(names::add);
        }
        return names;
    }
}
