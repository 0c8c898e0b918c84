// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Flow;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.intercept.FrameCounts;
import dev.infrajar.net.intercept.PacketEnd;
import dev.infrajar.net.intercept.PacketForwarder;
import dev.infrajar.net.intercept.PacketLink;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.shared.Disconnect;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;

/**
 * Relays one session frame by frame. Event loop only.
 *
 * <p>The first thing that ends a peer's stream, its EOF or its failure, becomes the outcome. The session then goes on until
 * both directions are over, so that the last frames of a peer that closed or reset still reach the other.
 */
final class FrameForwarder implements PacketForwarder {
    private final PacketLink link;
    private final LoopCodecs codecs;
    private final LoopCodec codec;
    private final FrameSocket client;
    private final FrameSocket backend;
    private final FrameDirection serverbound;
    private final FrameDirection clientbound;
    private @Nullable Outcome firstEnd;
    private boolean isOver;

    FrameForwarder(PacketLink link, LoopCodecs codecs, Milestones milestones) {
        this.link = link;
        this.codecs = codecs;
        client = new FrameSocket(link.client());
        backend = new FrameSocket(link.backend());
        codec = codecs.enter(client.loop(), link.compression());
        Lane.Shared shared = new Lane.Shared(client, backend, milestones, codec);
        serverbound = new FrameDirection(Lane.serverbound(link, shared), link.phase(), this);
        clientbound = new FrameDirection(Lane.clientbound(link, shared), link.phase(), this);
    }

    @Override
    public void start() {
        client.takeOver(new FrameHandler(this, Blame.CLIENT, client, serverbound, clientbound));
        backend.takeOver(new FrameHandler(this, Blame.BACKEND, backend, clientbound, serverbound));
        start(Blame.CLIENT, link.client().end());
        start(Blame.BACKEND, link.backend().end());
        client.whenClosed(() -> channelClosed(Blame.CLIENT));
        backend.whenClosed(() -> channelClosed(Blame.BACKEND));
    }

    @Override
    public void abort(Outcome outcome) {
        if (!isOver) {
            firstEnd = outcome;
            clientbound.flushDecided();
            serverbound.flushDecided();
            cancelBoth();
        }
    }

    @Override
    public Flow serverbound() {
        return serverbound;
    }

    @Override
    public Flow clientbound() {
        return clientbound;
    }

    @Override
    public void send(Direction direction, ByteBuf packet) {
        of(direction).send(packet);
    }

    @Override
    public Phase phase(Direction direction) {
        return of(direction).phase();
    }

    @Override
    public FrameCounts counts(Direction direction) {
        return of(direction).counts();
    }

    /** A peer has closed its output. */
    void peerClosed(Blame peer) {
        endsWith(peer == Blame.CLIENT ? new Outcome.ClientClosed() : new Outcome.BackendClosed());
        from(peer).sourceClosed();
        to(peer).sinkHalfClosed(() -> connectionFailed(peer, new ClosedChannelException()));
    }

    /** A peer's connection has failed: it takes no more bytes. It ends as a source when all it had sent has been read. */
    void connectionFailed(Blame peer, Throwable cause) {
        if (cause instanceof IOException) {
            endsWith(new Outcome.Failed(peer, rootOf(cause).toString()));
            to(peer).cancel();
        } else {
            abort(new Outcome.Failed(Blame.PROXY, cause.toString()));
        }
    }

    /** What a peer has sent, or what it would have to be sent, cannot be relayed. */
    void failed(FrameSocket source, RuntimeException cause) {
        if (cause == LimitException.UNREAD) {
            reject(source == client ? Blame.BACKEND : Blame.CLIENT, String.valueOf(cause.getMessage()));
        } else if (cause == LimitException.INJECTED) {
            reject(Blame.PLUGIN, String.valueOf(cause.getMessage()));
        } else if (cause instanceof WireException || cause instanceof LimitException) {
            reject(source == client ? Blame.CLIENT : Blame.BACKEND, String.valueOf(cause.getMessage()));
        } else {
            abort(new Outcome.Failed(Blame.PROXY, cause.toString()));
        }
    }

    private void reject(Blame blame, String reason) {
        if (!isOver) {
            link.rejected().accept(blame.name().toLowerCase(Locale.ROOT) + ": " + reason);
        }
        abort(new Outcome.Failed(blame, reason));
    }

    /** Whoever held a packet wants the session to end. */
    void endedByPlugin(String reason) {
        reject(Blame.PLUGIN, reason);
    }

    /** Only the client could answer the backend's Encryption Request: nobody could read their packets then. */
    void backendIsInOnlineMode() {
        link.dialect().format(LoginPackets.DISCONNECT).ifPresent(format -> {
            ByteBuf packet = client.allocator().buffer();
            format.write(packet, new Disconnect(Component.text("The backend is in online mode")));
            clientbound.send(packet);
        });
        reject(Blame.BACKEND, "the backend is in online mode");
    }

    /**
     * A packet has been decided about behind which frames are to be read in another way.
     *
     * @param received the backend's threshold, if that is what the packet said
     * @param sent the threshold that the client is told
     */
    void reached(Direction direction, Milestone milestone, int received, OptionalInt sent) {
        switch (milestone) {
            case Milestone.OnlineMode() -> backendIsInOnlineMode();
            case Milestone.Compression() -> {
                backendCompresses(received);
                sent.ifPresent(this::clientCompresses);
            }
            case Milestone.Enter(Phase phase, boolean bothWays) -> {
                enter(direction, phase);
                if (bothWays) {
                    enter(opposite(direction), phase);
                }
            }
        }
    }

    /** Reports the outcome once no direction is left. */
    void directionEnded() {
        if (!isOver && !serverbound.isOpen() && !clientbound.isOpen()) {
            isOver = true;
            client.letGo();
            backend.letGo();
            codecs.leave(client.loop(), codec);
            link.taps().closed();
            link.ended().accept(Objects.requireNonNull(firstEnd, "a direction ended without a reason"));
        }
    }

    private void start(Blame peer, End end) {
        from(peer).forwardEarly();
        if (end.inputClosed()) {
            peerClosed(peer);
        } else {
            from(peer).flush();
        }
    }

    private void backendCompresses(int threshold) {
        int valid = Math.max(threshold, PacketEnd.NO_COMPRESSION);
        clientbound.setSourceThreshold(valid);
        serverbound.setSinkThreshold(valid);
        link.taps().compressionChanged(Direction.SERVERBOUND, valid);
    }

    private void clientCompresses(int threshold) {
        int valid = Math.max(threshold, PacketEnd.NO_COMPRESSION);
        clientbound.setSinkThreshold(valid);
        serverbound.setSourceThreshold(valid);
        link.taps().compressionChanged(Direction.CLIENTBOUND, valid);
    }

    private void enter(Direction direction, Phase phase) {
        of(direction).enter(phase);
        link.taps().phaseChanged(direction, phase);
    }

    private void channelClosed(Blame peer) {
        endsWith(new Outcome.Failed(peer, "connection closed"));
        cancelBoth();
    }

    private FrameDirection of(Direction direction) {
        return direction == Direction.SERVERBOUND ? serverbound : clientbound;
    }

    private FrameDirection from(Blame peer) {
        return peer == Blame.CLIENT ? serverbound : clientbound;
    }

    private FrameDirection to(Blame peer) {
        return peer == Blame.CLIENT ? clientbound : serverbound;
    }

    private static Direction opposite(Direction direction) {
        return direction == Direction.SERVERBOUND ? Direction.CLIENTBOUND : Direction.SERVERBOUND;
    }

    private void endsWith(Outcome outcome) {
        if (firstEnd == null) {
            firstEnd = outcome;
        }
    }

    private void cancelBoth() {
        serverbound.cancel();
        clientbound.cancel();
    }

    private static Throwable rootOf(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
