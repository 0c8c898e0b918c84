// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.packet.PacketEvent;
import dev.infrajar.api.packet.PacketKind;
import dev.infrajar.api.packet.PacketListener;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks a plugin's packet listener about packets of one session: copies them out, and holds them until the answer is there. */
final class PacketListenerTap implements PacketTap {
    /** What the threads may take beside the listener. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final TapSession session;
    private final Supplier<Optional<RegisteredListener<PacketListener>>> listener;
    private final Duration limit;
    private final Verdict otherwise;

    /**
     * A tap.
     *
     * @param session the session
     * @param listener whom to ask; empty when it has left
     * @param limit for one answer
     * @param otherwise what becomes of a packet without a valid answer
     */
    PacketListenerTap(
            TapSession session,
            Supplier<Optional<RegisteredListener<PacketListener>>> listener,
            Duration limit,
            Verdict otherwise) {
        this.session = session;
        this.listener = listener;
        this.limit = limit;
        this.otherwise = otherwise;
    }

    @Override
    public void packet(TappedPacket packet) {
        Optional<RegisteredListener<PacketListener>> asked =
                listener.get().filter(Predicate.not(RegisteredListener::isQuarantined));
        if (asked.isPresent()) {
            PacketTable table = session.dialect().table(packet.phase(), packet.direction());
            table.nameOf(packet.id()).ifPresent(name -> ask(packet, table, name, asked.get()));
        } else if (otherwise.decision() instanceof Decision.Drop) {
            packet.drop();
        }
    }

    private void ask(TappedPacket packet, PacketTable table, String name, RegisteredListener<PacketListener> asked) {
        ByteBuf fields = packet.fields();
        PacketEvent event = new PacketEvent(
                session.player(),
                new PacketKind(phase(table.phase()), direction(table.direction()), name),
                ByteBuffer.wrap(ByteBufUtil.getBytes(fields)));
        HeldQuestion.ask(packet, limit.plus(MARGIN), otherwise, () -> asked.ask(
                        limit, plugin -> plugin.onPacket(event), new RawAnswers(table)::read)
                .orElse(otherwise));
    }

    private static PacketKind.Phase phase(Phase phase) {
        return switch (phase) {
            case LOGIN, HANDSHAKE, STATUS -> PacketKind.Phase.LOGIN;
            case CONFIGURATION -> PacketKind.Phase.CONFIGURATION;
            case PLAY -> PacketKind.Phase.PLAY;
        };
    }

    private static PacketKind.Direction direction(Direction direction) {
        return switch (direction) {
            case SERVERBOUND -> PacketKind.Direction.SERVERBOUND;
            case CLIENTBOUND -> PacketKind.Direction.CLIENTBOUND;
        };
    }
}
