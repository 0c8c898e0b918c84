// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.copy;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Flow;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.forward.RelayedSocket;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Relays one session by reading from one channel and writing to the other. Event loop only.
 *
 * <p>The first thing that ends a peer's stream, its EOF or its failure, becomes the outcome. The session then goes on until
 * both directions are over, so that the last bytes of a peer that closed or reset still reach the other.
 */
final class CopyForwarder implements Forwarder {
    private final Link link;
    private final RelayedSocket client;
    private final RelayedSocket backend;
    private final CopyDirection serverbound;
    private final CopyDirection clientbound;
    private @Nullable Outcome firstEnd;
    private boolean isOver;

    CopyForwarder(Link link) {
        this.link = link;
        client = new RelayedSocket(link.client().channel());
        backend = new RelayedSocket(link.backend().channel());
        serverbound = new CopyDirection(link.client().received(), client, backend, this::directionEnded);
        clientbound = new CopyDirection(link.backend().received(), backend, client, this::directionEnded);
    }

    @Override
    public void start() {
        client.takeOver(new CopyHandler(this, Blame.CLIENT, serverbound, clientbound));
        backend.takeOver(new CopyHandler(this, Blame.BACKEND, clientbound, serverbound));
        start(Blame.CLIENT, link.client());
        start(Blame.BACKEND, link.backend());
        client.whenClosed(() -> channelClosed(Blame.CLIENT));
        backend.whenClosed(() -> channelClosed(Blame.BACKEND));
    }

    @Override
    public void abort(Outcome outcome) {
        if (!isOver) {
            firstEnd = outcome;
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

    /** A peer that has been sent our EOF is closed by its own, here and not by Netty, which takes more calls for it. */
    void readComplete(Blame peer) {
        if (!to(peer).isOpen() && from(peer).isOpen() && socketOf(peer).hasReadEnd()) {
            peerClosed(peer);
        }
    }

    /** A peer has closed its output. */
    void peerClosed(Blame peer) {
        endsWith(peer == Blame.CLIENT ? new Outcome.ClientClosed() : new Outcome.BackendClosed());
        from(peer).sourceClosed();
        if (to(peer).isOpen()) {
            // What comes for it before it is ready again waits there, and stops the reading then. Mostly nothing comes.
            socketOf(peer)
                    .inputClosed(
                            to(peer)::sinkWritabilityChanged,
                            () -> connectionFailed(peer, new ClosedChannelException()));
        }
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

    private void start(Blame peer, End end) {
        from(peer).forwardEarly();
        if (end.inputClosed()) {
            peerClosed(peer);
        } else {
            from(peer).flush();
        }
    }

    /** A peer that has been sent an EOF is closed by its own; otherwise somebody has cut the session short. */
    private void channelClosed(Blame peer) {
        endsWith(new Outcome.Failed(peer, "connection closed"));
        if (to(peer).isOpen()) {
            cancelBoth();
        } else {
            from(peer).sourceClosed();
        }
    }

    private RelayedSocket socketOf(Blame peer) {
        return peer == Blame.CLIENT ? client : backend;
    }

    private CopyDirection from(Blame peer) {
        return peer == Blame.CLIENT ? serverbound : clientbound;
    }

    private CopyDirection to(Blame peer) {
        return peer == Blame.CLIENT ? clientbound : serverbound;
    }

    /** Passes the end on. When no direction is left, the connections are closed instead, and the outcome is reported. */
    private void directionEnded() {
        if (isOver) {
            return;
        }
        if (serverbound.isOpen()) {
            client.closeOutputThenAll();
        } else if (clientbound.isOpen()) {
            backend.closeOutputThenAll();
        } else {
            isOver = true;
            client.close();
            backend.close();
            link.ended().accept(Objects.requireNonNull(firstEnd, "a direction ended without a reason"));
        }
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
