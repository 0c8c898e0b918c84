// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The packets of one phase and direction in one version. Ids are dense: the first packet has 0, the next 1. Immutable; for
 * the start of a session, not for the path of the packets.
 */
public final class PacketTable {
    private final Phase phase;
    private final Direction direction;
    private final List<String> names;
    private final Map<String, Integer> ids;

    private PacketTable(Phase phase, Direction direction, List<String> names) {
        this.phase = phase;
        this.direction = direction;
        this.names = names;
        Map<String, Integer> ids = HashMap.newHashMap(names.size());
        for (int id = 0; id < names.size(); id++) {
            if (ids.put(names.get(id), id) != null) {
                throw new IllegalArgumentException(phase + " " + direction + " has " + names.get(id) + " twice");
            }
        }
        this.ids = Map.copyOf(ids);
    }

    /**
     * A table.
     *
     * @param phase its phase
     * @param direction its direction
     * @param names the name of id 0, of id 1, ...
     * @return the table
     * @throws IllegalArgumentException if a name is there twice
     */
    public static PacketTable of(Phase phase, Direction direction, List<String> names) {
        return new PacketTable(phase, direction, List.copyOf(names));
    }

    /**
     * The phase of all its packets.
     *
     * @return the phase
     */
    public Phase phase() {
        return phase;
    }

    /**
     * The direction of all its packets.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * The number of a packet.
     *
     * @param kind any
     * @return empty if this version has no such packet, or it is of another phase or direction
     */
    public OptionalInt idOf(PacketKind kind) {
        Integer id = kind.phase() == phase && kind.direction() == direction ? ids.get(kind.name()) : null;
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /**
     * The numbers of packets.
     *
     * @param kinds any; those that this table does not have are left out
     * @return the set to test packets with
     */
    public IdSet ids(Collection<PacketKind> kinds) {
        return IdSet.of(
                kinds.stream().map(this::idOf).flatMapToInt(OptionalInt::stream).toArray());
    }

    /**
     * The name of a packet.
     *
     * @param id any number
     * @return empty if no packet has it
     */
    public Optional<String> nameOf(int id) {
        return id >= 0 && id < names.size() ? Optional.of(names.get(id)) : Optional.empty();
    }

    /**
     * All names, in the order of their ids.
     *
     * @return immutable
     */
    public List<String> names() {
        return names;
    }

    /**
     * How many packets there are.
     *
     * @return 0 or more; the greatest id is one less
     */
    public int size() {
        return names.size();
    }

    @Override
    public String toString() {
        return phase + " " + direction + ", " + names.size() + " packets";
    }
}
