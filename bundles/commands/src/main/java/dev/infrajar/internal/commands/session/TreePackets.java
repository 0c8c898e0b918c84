// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.tree.GraftNode;
import dev.infrajar.internal.commands.tree.Grafted;
import dev.infrajar.internal.commands.tree.Parsers;
import dev.infrajar.internal.commands.tree.TreeGraft;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.kyori.adventure.text.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds the commands that a player may call to the tree that the backend sends. On the session's loop. */
final class TreePackets {
    private static final Logger LOG = LoggerFactory.getLogger(TreePackets.class);

    /** Where plugins are asked for permissions, the tree and what follows it wait as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final PacketKind KIND = new PacketKind(Phase.PLAY, Direction.CLIENTBOUND, "declare_commands");

    private final Desk desk;
    private final TapSession session;
    private final CommandSource source;

    TreePackets(Desk desk, TapSession session, CommandSource source) {
        this.desk = desk;
        this.session = session;
        this.source = source;
    }

    /** Adds what is to be done with which packet. */
    void addTo(Map<Integer, Consumer<TappedPacket>> clientbound) {
        Optional<Parsers> parsers = desk.parsers().at(session.player().protocol());
        session.dialect()
                .table(Phase.PLAY, Direction.CLIENTBOUND)
                .idOf(KIND)
                .ifPresent(id -> parsers.ifPresent(known -> clientbound.put(id, packet -> seen(packet, known))));
    }

    private void seen(TappedPacket packet, Parsers parsers) {
        if (!desk.announces().getAsBoolean()) {
            return;
        }
        if (desk.permissions().isImmediate()) {
            List<GraftNode> nodes = desk.dispatcher().tree(source);
            apply(packet, decide(packet.id(), packet.fields(), parsers, nodes));
        } else {
            holdUntilAnswered(packet, parsers);
        }
    }

    private static void apply(TappedPacket packet, Decision decision) {
        switch (decision) {
            case Decision.Pass() -> {}
            case Decision.Replace(ByteBuf instead) -> packet.replace(instead);
            case Decision.Drop(), Decision.End(String _) -> packet.drop();
        }
    }

    private void holdUntilAnswered(TappedPacket packet, Parsers parsers) {
        int id = packet.id();
        ByteBuf fields = packet.fields().copy();
        TappedPacket.Held held = packet.hold(PATIENCE, new Decision.Pass());
        desk.workers().execute(() -> {
            try {
                held.resume(decide(id, fields, parsers, desk.dispatcher().tree(source)));
            } finally {
                fields.release();
            }
        });
    }

    private Decision decide(int id, ByteBuf fields, Parsers parsers, List<GraftNode> nodes) {
        if (nodes.isEmpty()) {
            return new Decision.Pass();
        }
        ByteBuf out = ByteBufAllocator.DEFAULT.buffer(fields.readableBytes());
        VarInts.write(out, id);
        return switch (TreeGraft.graft(fields, parsers, nodes, out)) {
            case Grafted.Whole() -> new Decision.Replace(out);
            case Grafted.Untouched(String reason) -> {
                out.release();
                LOG.debug("The command tree for {} is passed on as it is: {}", source.name(), reason);
                yield new Decision.Pass();
            }
            case Grafted.Impossible(String reason) -> {
                out.release();
                session.disconnect(
                        Component.text("The server has sent a command tree that cannot be."),
                        "impossible command tree: " + reason);
                yield new Decision.Drop();
            }
        };
    }
}
