// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Flow;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.forward.Outcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Relays one session with splice(2): its bytes never enter user space, but for those received before it began. Event loop
 * only.
 *
 * <p>Both sockets are taken from their Netty channels and registered with the same event loop under handles of our own. The
 * channels stay open and are closed by the session in the end.
 *
 * <p>The first thing that ends a peer's stream, its EOF or its failure, becomes the outcome. The session then goes on until
 * both directions are over, so that the last bytes of a peer that closed or reset still reach the other.
 */
final class SpliceForwarder implements Forwarder {
    private final Link link;
    private final SpliceLoop loop;
    private final SpliceSocket client;
    private final SpliceSocket backend;
    private final SpliceDirection serverbound;
    private final SpliceDirection clientbound;
    private final TakeOverHandler fromClient;
    private final TakeOverHandler fromBackend;
    private @Nullable Outcome firstEnd;
    private boolean isOver;

    SpliceForwarder(Link link, SpliceLoop loop) {
        this.link = link;
        this.loop = loop;
        client = new SpliceSocket(this, Blame.CLIENT, link.client().channel());
        backend = new SpliceSocket(this, Blame.BACKEND, link.backend().channel());
        serverbound = new SpliceDirection(this, loop, client, backend);
        clientbound = new SpliceDirection(this, loop, backend, client);
        fromClient = takeOver(link.client());
        fromBackend = takeOver(link.backend());
        loop.pipes().enter();
    }

    @Override
    public void start() {
        fromClient.begin(this::takenOver);
        fromBackend.begin(this::takenOver);
        endWithChannel(client);
        endWithChannel(backend);
    }

    @Override
    public void abort(Outcome outcome) {
        if (!isOver) {
            firstEnd = outcome;
            serverbound.cancel();
            clientbound.cancel();
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

    /** A peer has sent something, or closed its output. */
    void readable(Blame peer) {
        from(peer).pump();
        adjustInterest();
    }

    /** A peer's socket has space again. */
    void writable(Blame peer) {
        to(peer).sinkWritable();
        adjustInterest();
    }

    /** A peer's connection has failed, or is closed both ways. What it had sent before is still there to be read. */
    void broken(Blame peer) {
        from(peer).pump();
        to(peer).sinkWritable();
        if (!from(peer).isReading() && to(peer).isOpen()) {
            connectionFailed(peer, socket(peer).takeError());
        }
        adjustInterest();
    }

    /** A peer has closed its output. */
    void peerClosed(Blame peer) {
        endsWith(peer == Blame.CLIENT ? new Outcome.ClientClosed() : new Outcome.BackendClosed());
        from(peer).sourceEnded();
    }

    /** A call on a peer's socket has failed. */
    void connectionFailed(Blame peer, int errno) {
        if (Errno.blame(errno, peer) == peer) {
            connectionFailed(peer, Errno.describe(errno));
        } else {
            failed(Errno.describe(errno));
        }
    }

    /** A peer's connection has failed: it takes no more bytes. It ends as a source when all it had sent has been read. */
    void connectionFailed(Blame peer, String reason) {
        endsWith(new Outcome.Failed(peer, reason));
        to(peer).cancel();
    }

    /** We have failed. */
    void failed(String reason) {
        abort(new Outcome.Failed(Blame.PROXY, reason));
    }

    /** Reports the outcome once no direction is left. */
    void directionClosed() {
        if (!isOver && !serverbound.isOpen() && !clientbound.isOpen()) {
            isOver = true;
            client.unregister();
            backend.unregister();
            fromClient.finish().release();
            fromBackend.finish().release();
            loop.pipes().leave();
            link.ended().accept(Objects.requireNonNull(firstEnd, "a direction ended without a reason"));
        }
    }

    private void takenOver() {
        if (!isOver && fromClient.isDone() && fromBackend.isDone()) {
            try {
                relay();
            } catch (RuntimeException e) {
                failed(e.toString());
            }
        }
    }

    private void relay() {
        client.register();
        backend.register();
        serverbound.begin(fromClient.finish());
        clientbound.begin(fromBackend.finish());
        judge(Blame.CLIENT, fromClient);
        judge(Blame.BACKEND, fromBackend);
        serverbound.pump();
        clientbound.pump();
        adjustInterest();
    }

    /** Catches up with what happened to a channel before it was ours. */
    private void judge(Blame peer, TakeOverHandler channel) {
        Throwable failure = channel.failure();
        if (failure != null) {
            connectionFailed(peer, failure.toString());
        }
        if (channel.isInputClosed()) {
            peerClosed(peer);
        }
    }

    private void adjustInterest() {
        client.await(Interest.of(serverbound.isReading(), clientbound.isBlocked()));
        backend.await(Interest.of(clientbound.isReading(), serverbound.isBlocked()));
    }

    private void endWithChannel(SpliceSocket socket) {
        var _ = socket.channel()
                .closeFuture()
                .addListener(closed -> abort(new Outcome.Failed(socket.peer(), "connection closed")));
    }

    private void endsWith(Outcome outcome) {
        if (firstEnd == null) {
            firstEnd = outcome;
        }
    }

    private SpliceDirection from(Blame peer) {
        return peer == Blame.CLIENT ? serverbound : clientbound;
    }

    private SpliceDirection to(Blame peer) {
        return peer == Blame.CLIENT ? clientbound : serverbound;
    }

    private SpliceSocket socket(Blame peer) {
        return peer == Blame.CLIENT ? client : backend;
    }

    private static TakeOverHandler takeOver(End end) {
        return new TakeOverHandler(end.channel(), end.received(), end.inputClosed());
    }
}
