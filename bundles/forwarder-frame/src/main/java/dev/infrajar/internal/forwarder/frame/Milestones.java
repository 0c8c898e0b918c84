// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.IdSet;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The packets that a forwarder itself has to notice, in one dialect: after each, later frames are to be read in another way.
 *
 * <pre>
 *   since 1.20.2   LOGIN ── success ──▶ CONFIGURATION ── finish ──▶ PLAY      clientbound
 *                            ◀── acknowledged       ◀── finish            serverbound, each at its own packet
 *                                 CONFIGURATION ◀── start configuration ── PLAY, and its acknowledgement
 *   before         LOGIN ── success ──▶ PLAY                                  both ways at once
 * </pre>
 *
 * <p>Clientbound a phase begins where the client takes it to begin: right behind the packet that says so.
 */
final class Milestones {
    /** Bytes: packets without fields, or with one VarInt. Larger ones that claim to be milestones are refused by both sides. */
    private static final int SMALL_PACKET_BYTES = 10;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Phase, IdSet> serverbound = new EnumMap<>(Phase.class);
    private final Map<Phase, IdSet> clientbound = new EnumMap<>(Phase.class);

    private record Entry(Phase phase, Direction direction, int id, Milestone milestone) {
        boolean isOf(Phase otherPhase, Direction otherDirection) {
            return phase == otherPhase && direction == otherDirection;
        }
    }

    /** Looks up the packets of a dialect, and does not keep it. */
    Milestones(Dialect dialect) {
        boolean configures = dialect.format(LoginPackets.ACKNOWLEDGED).isPresent();
        add(dialect, LoginPackets.ENCRYPTION_REQUEST, new Milestone.OnlineMode());
        add(dialect, LoginPackets.SET_COMPRESSION, new Milestone.Compression());
        add(
                dialect,
                LoginPackets.SUCCESS,
                configures ? enter(Phase.CONFIGURATION) : new Milestone.Enter(Phase.PLAY, true));
        add(dialect, LoginPackets.ACKNOWLEDGED, enter(Phase.CONFIGURATION));
        add(dialect, ConfigurationPackets.FINISH, enter(Phase.PLAY));
        add(dialect, ConfigurationPackets.FINISH_ACKNOWLEDGED, enter(Phase.PLAY));
        add(dialect, PlayPackets.START_CONFIGURATION, enter(Phase.CONFIGURATION));
        add(dialect, PlayPackets.CONFIGURATION_ACKNOWLEDGED, enter(Phase.CONFIGURATION));
        addCompressionInPlay(dialect.table(Phase.PLAY, Direction.CLIENTBOUND));
        for (Phase phase : Phase.values()) {
            serverbound.put(phase, find(phase, Direction.SERVERBOUND));
            clientbound.put(phase, find(phase, Direction.CLIENTBOUND));
        }
    }

    /** The ids to look for. */
    IdSet ids(Phase phase, Direction direction) {
        return (direction == Direction.SERVERBOUND ? serverbound : clientbound).getOrDefault(phase, IdSet.NONE);
    }

    private IdSet find(Phase phase, Direction direction) {
        return IdSet.of(entries.stream()
                .filter(entry -> entry.isOf(phase, direction))
                .mapToInt(Entry::id)
                .toArray());
    }

    /** The largest packet that can be one, in bytes: what is larger needs no look. */
    static int maxBytes(Phase phase) {
        return phase == Phase.LOGIN ? Integer.MAX_VALUE : SMALL_PACKET_BYTES;
    }

    /** What a packet means; empty for most. */
    Optional<Milestone> at(Phase phase, Direction direction, int id) {
        for (Entry entry : entries) {
            if (entry.id() == id && entry.isOf(phase, direction)) {
                return Optional.of(entry.milestone());
            }
        }
        return Optional.empty();
    }

    private static Milestone enter(Phase phase) {
        return new Milestone.Enter(phase, false);
    }

    private void add(Dialect dialect, PacketType<?> type, Milestone milestone) {
        dialect.format(type)
                .ifPresent(format -> entries.add(new Entry(type.phase(), type.direction(), format.id(), milestone)));
    }

    /** 1.8 alone can begin to compress while it plays. No server is known that does; its clients would understand. */
    private void addCompressionInPlay(PacketTable play) {
        OptionalInt id = play.idOf(new PacketKind(Phase.PLAY, Direction.CLIENTBOUND, "set_compression"));
        id.ifPresent(number ->
                entries.add(new Entry(Phase.PLAY, Direction.CLIENTBOUND, number, new Milestone.Compression())));
    }
}
