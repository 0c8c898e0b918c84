// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Optional;
import net.kyori.adventure.text.Component;

/**
 * The packets of one type in one session.
 *
 * @param <P> their record
 */
final class TypedPackets<P> {
    private static final Component BEYOND_LIMITS = Component.text("A packet was larger than the proxy allows");

    private final TapSession session;
    private final PacketType<P> type;
    private final Optional<PacketFormat<P>> format;

    TypedPackets(TapSession session, PacketType<P> type) {
        this.session = session;
        this.type = type;
        this.format = session.dialect().format(type);
    }

    /** Whether the session's version has such packets. */
    boolean exist() {
        return format.isPresent();
    }

    /**
     * Reads a packet; empty if it is another one, or broken: then whoever gets it finds out. One that crosses a limit ends the
     * session: it goes no further.
     */
    Optional<P> read(TappedPacket packet) {
        if (packet.phase() != type.phase() || packet.direction() != type.direction()) {
            return Optional.empty();
        }
        return format.filter(known -> known.id() == packet.id()).flatMap(known -> fields(known, packet));
    }

    private Optional<P> fields(PacketFormat<P> known, TappedPacket packet) {
        try {
            return Optional.of(known.readFields(packet.fields()));
        } catch (WireException e) {
            if (e.isLimit()) {
                packet.drop();
                session.disconnect(BEYOND_LIMITS, sender() + " sent too much, " + e.getMessage());
            }
            return Optional.empty();
        }
    }

    private String sender() {
        return switch (type.direction()) {
            case SERVERBOUND -> "client";
            case CLIENTBOUND -> "backend";
        };
    }

    /** Writes a packet of a type that exists. */
    ByteBuf write(P packet) {
        ByteBuf out = ByteBufAllocator.DEFAULT.buffer();
        try {
            format.orElseThrow().write(out, packet);
            return out.retain();
        } finally {
            out.release();
        }
    }
}
