// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.ForwarderFactory;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.forward.Outcome;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A session as the session bundle would run it: two connected channels, handed to a forwarder, closed when it has ended.
 *
 * <pre>
 *   client peer ══ TCP ══ channel ─┐ one event ┌─ channel ══ TCP ══ backend peer
 *   (test thread)                  └ forwarder ┘                    (test thread)
 * </pre>
 */
public final class RelaySession {
    private final Peer client;
    private final Peer backend;
    private final Channel clientChannel;
    private final Channel backendChannel;
    private final EarlyBytesHandler fromClient = new EarlyBytesHandler();
    private final EarlyBytesHandler fromBackend = new EarlyBytesHandler();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final AtomicInteger outcomes = new AtomicInteger();
    private @Nullable Link link;
    private @Nullable Forwarder forwarder;

    RelaySession(Wire client, Wire backend) {
        this.client = client.peer();
        this.backend = backend.peer();
        this.clientChannel = client.channel();
        this.backendChannel = backend.channel();
        onLoop(() -> {
            clientChannel.pipeline().addLast(fromClient);
            backendChannel.pipeline().addLast(fromBackend);
            return true;
        });
    }

    /**
     * A connected pair of sockets.
     *
     * @param peer the test's
     * @param channel the forwarder's
     */
    record Wire(Peer peer, Channel channel) {}

    /**
     * The client's far end.
     *
     * @return the same object at every call
     */
    public Peer client() {
        return client;
    }

    /**
     * The backend's far end.
     *
     * @return the same object at every call
     */
    public Peer backend() {
        return backend;
    }

    /**
     * Reads before the hand-over, so that the forwarder is given received bytes.
     *
     * @param fromClientBytes how many the client has sent
     * @param fromBackendBytes how many the backend has sent
     */
    void receiveEarly(long fromClientBytes, long fromBackendBytes) {
        readEarly(clientChannel, fromClient, fromClientBytes, false);
        readEarly(backendChannel, fromBackend, fromBackendBytes, false);
    }

    /** Reads before the hand-over until the client's EOF. */
    void receiveEarlyToEndOfClient(long bytes) {
        readEarly(clientChannel, fromClient, bytes, true);
    }

    /** Reads before the hand-over until the backend's EOF. */
    void receiveEarlyToEndOfBackend(long bytes) {
        readEarly(backendChannel, fromBackend, bytes, true);
    }

    /**
     * Hands both channels to a new forwarder and starts it.
     *
     * @param factory makes it
     * @return this
     */
    public RelaySession handOver(ForwarderFactory factory) {
        onLoop(() -> {
            End clientEnd = fromClient.handOver(clientChannel);
            End backendEnd = fromBackend.handOver(backendChannel);
            link = new Link(clientEnd, backendEnd, this::ended);
            forwarder = factory.create(link);
            forwarder.start();
            return true;
        });
        return this;
    }

    boolean isHandedOver() {
        return onLoop(() -> forwarder != null);
    }

    /**
     * Ends the session from the proxy's side.
     *
     * @param reason reported to the session
     */
    public void abort(Outcome reason) {
        onLoop(() -> {
            forwarder().abort(reason);
            return true;
        });
    }

    /**
     * Waits for the end of the session.
     *
     * @return what the forwarder reported
     */
    public Outcome awaitOutcome() {
        try {
            Outcome result = outcome.get(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
            Await.until("both channels are closed", () -> !clientChannel.isOpen() && !backendChannel.isOpen());
            return result;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no outcome; " + serverbound() + ", " + clientbound(), e);
        }
    }

    /** Lets go of the sockets, however the test ended. */
    void close() {
        client.close();
        backend.close();
        clientChannel.close().syncUninterruptibly();
        backendChannel.close().syncUninterruptibly();
    }

    /**
     * How often an outcome was reported.
     *
     * @return 1 after the end of the session
     */
    int outcomes() {
        return outcomes.get();
    }

    /**
     * Whether the buffers handed over have been released.
     *
     * @return {@code false} while the forwarder holds one of them
     */
    boolean isReceivedReleased() {
        Link handedOver = Objects.requireNonNull(link);
        return isReleased(handedOver.client().received())
                && isReleased(handedOver.backend().received());
    }

    /**
     * The direction from the client to the backend.
     *
     * @return as it is now
     */
    public FlowView serverbound() {
        return onLoop(() -> FlowView.of(forwarder().serverbound()));
    }

    /**
     * The direction from the backend to the client.
     *
     * @return as it is now
     */
    public FlowView clientbound() {
        return onLoop(() -> FlowView.of(forwarder().clientbound()));
    }

    private Forwarder forwarder() {
        return Objects.requireNonNull(forwarder);
    }

    private static boolean isReleased(ByteBuf buffer) {
        return buffer.capacity() == 0 || buffer.refCnt() == 0;
    }

    private void ended(Outcome result) {
        outcomes.incrementAndGet();
        var _ = clientChannel.close();
        var _ = backendChannel.close();
        outcome.complete(result);
    }

    private void readEarly(Channel channel, EarlyBytesHandler handler, long bytes, boolean end) {
        channel.config().setAutoRead(true);
        Await.until("early bytes are read", () -> onLoop(() -> handler.has(bytes, end)));
        channel.config().setAutoRead(false);
    }

    private <T> T onLoop(Callable<T> task) {
        try {
            if (clientChannel.eventLoop().inEventLoop()) {
                return task.call();
            }
            return clientChannel.eventLoop().submit(task).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
