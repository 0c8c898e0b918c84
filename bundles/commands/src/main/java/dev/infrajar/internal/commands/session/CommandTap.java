// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The commands of one session. */
public final class CommandTap implements PacketTap {
    private final PlayerLink link;
    private final CommandQueue queue;
    private final Runnable leaving;
    private final Map<Integer, Consumer<TappedPacket>> serverbound;
    private final Map<Integer, Consumer<TappedPacket>> clientbound;

    /** On the session's loop. */
    public CommandTap(Desk desk, TapSession session) {
        this.link = new PlayerLink(session);
        this.queue = new CommandQueue(desk.workers());
        PlayerSource source = new PlayerSource(session.player(), desk.permissions(), link);
        Map<Integer, Consumer<TappedPacket>> fromClient = new HashMap<>();
        Map<Integer, Consumer<TappedPacket>> fromBackend = new HashMap<>();
        new TypedCommands(desk, source, queue, session.dialect()).addTo(fromClient, session.dialect());
        new Completions(desk, session, source, link).addTo(fromClient, fromBackend);
        new TreePackets(desk, session, source).addTo(fromBackend);
        // A hash map of each session's own would take four times as much memory.
        this.serverbound = Map.copyOf(fromClient);
        this.clientbound = Map.copyOf(fromBackend);
        long id = session.player().sessionId();
        desk.players().add(source, id);
        this.leaving = () -> desk.players().remove(id, source);
    }

    @Override
    public void packet(TappedPacket packet) {
        if (packet.phase() != Phase.PLAY) {
            return;
        }
        link.sawGame();
        Consumer<TappedPacket> action =
                (packet.direction() == Direction.SERVERBOUND ? serverbound : clientbound).get(packet.id());
        if (action != null) {
            action.accept(packet);
        }
    }

    @Override
    public void phaseChanged(Direction direction, Phase phase) {
        if (direction == Direction.CLIENTBOUND) {
            link.entered(phase);
        }
    }

    @Override
    public void closed() {
        leaving.run();
        queue.clear();
        link.close();
    }
}
