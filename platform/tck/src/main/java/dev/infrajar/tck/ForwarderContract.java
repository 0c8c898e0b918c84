// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.ForwarderFactory;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.tck.Peer.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every forwarder of bytes must do. An implementation's test extends this class once for each kind of sockets it
 * supports. Real sockets on the loopback interface; each test has an event loop of its own.
 *
 * <p>The system property {@code infrajar.tck.bulkBytes} says how much the bulk test sends in each direction (bytes,
 * default 1 GiB).
 */
@Timeout(120)
public abstract class ForwarderContract extends ForwarderFixture {
    private static final long BULK_BYTES = Long.getLong("infrajar.tck.bulkBytes", 1024 * MIB);

    /** A loop that is woken for ever wakes up many thousand times meanwhile. */
    private static final long FEW = 100;

    private final boolean isEpoll;

    /**
     * Says what is tested.
     *
     * @param factory makes the forwarders
     * @param transport the kind of sockets they are given
     * @throws IOException if no socket can be opened
     */
    protected ForwarderContract(ForwarderFactory factory, TransportKind transport) throws IOException {
        super(factory, transport);
        this.isEpoll = transport == TransportKind.EPOLL;
    }

    /**
     * The most bytes a forwarder may hold for one direction while its sink does not read.
     *
     * @return bytes
     */
    protected long maxPendingBytes() {
        return 512 * KIB;
    }

    /**
     * Below this nothing is allocated for each message. Larger only where the JDK allocates for a call, which a forwarder cannot help.
     *
     * @return bytes
     */
    protected double nothing() {
        return AllocationMeter.NOTHING;
    }

    @Test
    void carriesBulkBothWaysAtOnce() throws IOException {
        RelaySession session = relay();
        Peer client = session.client();
        Peer backend = session.backend();

        CompletableFuture<Bytes> fromClient = async(() -> client.send(BULK_BYTES));
        CompletableFuture<Bytes> fromBackend = async(() -> backend.send(BULK_BYTES));
        CompletableFuture<Bytes> atBackend = async(() -> backend.receive(BULK_BYTES));

        assertThat(client.receive(BULK_BYTES)).isEqualTo(fromBackend.join());
        assertThat(atBackend.join()).isEqualTo(fromClient.join());
        closeBoth(session);
    }

    @Test
    void carriesSingleBytesInOrder() throws IOException {
        int count = 5_000;
        RelaySession session = relay();

        CompletableFuture<Bytes> sent = async(() -> {
            for (int i = 0; i < count; i++) {
                session.client().sendByte(Peer.countingByte(i));
            }
            return new Bytes(count, Peer.countingChecksum(count));
        });

        assertThat(session.backend().receive(count)).isEqualTo(sent.join());
        closeBoth(session);
    }

    @Test
    void carriesManySessionsAtOnce() throws IOException {
        List<RelaySession> sessions = new ArrayList<>();
        List<CompletableFuture<Bytes>> sent = new ArrayList<>();
        List<CompletableFuture<Bytes>> received = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            RelaySession session = relay();
            long bytes = 2 * MIB + i;
            sessions.add(session);
            sent.add(async(() -> session.client().send(bytes)));
            sent.add(async(() -> session.backend().send(bytes)));
            received.add(async(() -> session.backend().receive(bytes)));
            received.add(async(() -> session.client().receive(bytes)));
        }

        for (int i = 0; i < sent.size(); i++) {
            assertThat(received.get(i).join()).isEqualTo(sent.get(i).join());
        }
        sessions.forEach(ForwarderFixture::closeBoth);
    }

    @Test
    void deliversEarlyBytesOfBothEndsFirst() throws IOException {
        long early = MIB;
        long later = 100 * KIB;
        RelaySession session = rig.connect();
        CompletableFuture<Bytes> fromClient = async(() -> session.client().send(early));
        CompletableFuture<Bytes> fromBackend = async(() -> session.backend().send(early));
        session.receiveEarly(early, early);
        session.handOver(factory);

        assertThat(session.backend().receive(early)).isEqualTo(fromClient.join());
        assertThat(session.client().receive(early)).isEqualTo(fromBackend.join());
        assertArrives(session.client(), session.backend(), later);
        assertArrives(session.backend(), session.client(), later);
        assertThat(session.serverbound().readBytes()).isEqualTo(early + later);
        closeBoth(session);
    }

    @Test
    void deliversEarlyBytesAndEndOfClientSeenBeforeHandOver() throws IOException {
        long early = MIB;
        RelaySession session = rig.connect();
        CompletableFuture<Bytes> fromClient = async(() -> session.client().sendAndClose(early));
        session.receiveEarlyToEndOfClient(early);
        session.handOver(factory);

        assertThat(session.backend().receiveToEnd()).isEqualTo(fromClient.join());
        assertArrives(session.backend(), session.client(), 4 * MIB);
        session.backend().closeOutput();
        assertThat(session.awaitOutcome()).isEqualTo(new Outcome.ClientClosed());
    }

    @Test
    void deliversEarlyBytesAndEndOfBackendSeenBeforeHandOver() throws IOException {
        long early = MIB;
        RelaySession session = rig.connect();
        CompletableFuture<Bytes> fromBackend = async(() -> session.backend().sendAndClose(early));
        session.receiveEarlyToEndOfBackend(early);
        session.handOver(factory);

        assertThat(session.client().receiveToEnd()).isEqualTo(fromBackend.join());
        assertArrives(session.client(), session.backend(), 4 * MIB);
        session.client().closeOutput();
        assertThat(session.awaitOutcome()).isEqualTo(new Outcome.BackendClosed());
    }

    @Test
    void deliversWhatArrivesWithItsEndBeforeHandOver() throws IOException {
        for (int i = 0; i < 50; i++) {
            RelaySession session = rig.connect();
            Bytes sent = session.client().sendAndClose(2 + i * 997L);
            session.handOver(factory);

            assertThat(session.backend().receiveToEnd()).isEqualTo(sent);
            session.backend().closeOutput();
            assertThat(session.awaitOutcome()).isEqualTo(new Outcome.ClientClosed());
        }
    }

    @Test
    void deliversWhatArrivesWithItsEndDuringHandOver() throws IOException {
        long bytes = 100 * KIB;
        RelaySession session = rig.relayInsideEvent(factory, handedOver -> {
            handedOver.client().sendAndClose(bytes);
            handedOver.backend().sendAndClose(bytes);
        });

        assertThat(session.backend().receiveToEnd().bytes()).isEqualTo(bytes);
        assertThat(session.client().receiveToEnd().bytes()).isEqualTo(bytes);
        session.awaitOutcome();
    }

    @Test
    void passesOnEndThatComesTogetherWithBytes() throws IOException {
        for (int i = 0; i < 50; i++) {
            RelaySession session = relay();
            Bytes sent = session.backend().sendAndClose(2 + i * 4999L);

            assertThat(session.client().receiveToEnd()).isEqualTo(sent);
            session.client().closeOutput();
            assertThat(session.awaitOutcome()).isEqualTo(new Outcome.BackendClosed());
        }
    }

    @Test
    void keepsClientboundOpenAfterClientClosedItsOutput() throws IOException {
        RelaySession session = relay();
        Bytes sent = session.client().sendAndClose(MIB);

        assertThat(session.backend().receiveToEnd()).isEqualTo(sent);
        assertArrives(session.backend(), session.client(), 32 * MIB);
        assertThat(session.serverbound().isOpen()).isFalse();
        assertThat(session.clientbound().isOpen()).isTrue();
        session.backend().closeOutput();
        assertThat(session.client().receiveToEnd().bytes()).isZero();
        assertThat(session.awaitOutcome()).isEqualTo(new Outcome.ClientClosed());
    }

    @Test
    void keepsServerboundOpenAfterBackendClosedItsOutput() throws IOException {
        RelaySession session = relay();
        Bytes sent = session.backend().sendAndClose(MIB);

        assertThat(session.client().receiveToEnd()).isEqualTo(sent);
        assertArrives(session.client(), session.backend(), 32 * MIB);
        assertThat(session.clientbound().isOpen()).isFalse();
        assertThat(session.serverbound().isOpen()).isTrue();
        session.client().closeOutput();
        assertThat(session.backend().receiveToEnd().bytes()).isZero();
        assertThat(session.awaitOutcome()).isEqualTo(new Outcome.BackendClosed());
    }

    @Test
    void waitsForSlowReaderAfterItClosedItsOutput() throws IOException {
        RelaySession session = relayToSmallBuffers();
        session.client().closeOutput();
        session.backend().receiveToEnd();

        CompletableFuture<Bytes> sent = async(() -> session.backend().send(STALLING_BYTES));
        awaitStall(session::clientbound);
        assertThat(session.client().receive(STALLING_BYTES)).isEqualTo(sent.join());
        session.backend().closeOutput();
        assertThat(session.awaitOutcome()).isEqualTo(new Outcome.ClientClosed());
    }

    @Test
    void deliversAllBeforeEndWhenReaderWasSlow() throws IOException {
        RelaySession session = relayToSmallBuffers();
        CompletableFuture<Bytes> sent = async(() -> session.backend().sendAndClose(STALLING_BYTES));
        awaitStall(session::clientbound);

        assertThat(session.client().receiveToEnd()).isEqualTo(sent.join());
        session.client().closeOutput();
        assertThat(session.awaitOutcome()).isEqualTo(new Outcome.BackendClosed());
    }

    @Test
    void stopsClientWhileBackendDoesNotReadAndNothingElse() throws IOException {
        RelaySession session = relayToSmallBuffers();
        CompletableFuture<Bytes> sent = async(() -> session.client().send(STALLING_BYTES));
        awaitStall(session::serverbound);

        assertArrives(session.backend(), session.client(), 16 * MIB);
        awaitStall(session::serverbound);
        assertThat(sent).isNotDone();
        assertThat(session.backend().receive(STALLING_BYTES)).isEqualTo(sent.join());
        closeBoth(session);
    }

    @Test
    void stopsBackendWhileClientDoesNotReadAndNothingElse() throws IOException {
        RelaySession session = relayToSmallBuffers();
        CompletableFuture<Bytes> sent = async(() -> session.backend().send(STALLING_BYTES));
        awaitStall(session::clientbound);

        assertArrives(session.client(), session.backend(), 16 * MIB);
        awaitStall(session::clientbound);
        assertThat(sent).isNotDone();
        assertThat(session.client().receive(STALLING_BYTES)).isEqualTo(sent.join());
        closeBoth(session);
    }

    @Test
    void resumesWhenBothReadersStalled() throws IOException {
        RelaySession session = relayToSmallBuffers();
        CompletableFuture<Bytes> fromClient = async(() -> session.client().send(STALLING_BYTES));
        CompletableFuture<Bytes> fromBackend = async(() -> session.backend().send(STALLING_BYTES));
        awaitStall(session::serverbound);
        awaitStall(session::clientbound);

        CompletableFuture<Bytes> atBackend = async(() -> session.backend().receive(STALLING_BYTES));
        assertThat(session.client().receive(STALLING_BYTES)).isEqualTo(fromBackend.join());
        assertThat(atBackend.join()).isEqualTo(fromClient.join());
        closeBoth(session);
    }

    @Test
    void sleepsWhileNothingHappens() throws IOException {
        RelaySession session = relay();
        assertArrives(session.client(), session.backend(), KIB);

        assertThat(rig.wakeUpsWhileQuiet()).isLessThan(FEW);
        closeBoth(session);
    }

    @Test
    void sleepsWhileOneOutputIsClosed() throws IOException {
        RelaySession session = relay();
        session.client().closeOutput();
        session.backend().receiveToEnd();

        assertThat(rig.wakeUpsWhileQuiet()).isLessThan(FEW);
        session.backend().closeOutput();
        session.awaitOutcome();
    }

    @Test
    void sleepsWhileStalledReaderHoldsUpBothEnds() throws IOException {
        RelaySession session = relayToSmallBuffers();
        session.client().closeOutput();
        session.backend().receiveToEnd();
        long sent = 0;
        while (session.clientbound().isReading()) {
            sent += session.backend().send(4 * KIB).bytes();
        }
        session.backend().closeOutput();

        assertThat(rig.wakeUpsWhileQuiet()).isLessThan(FEW);
        assertThat(session.client().receiveToEnd().bytes()).isEqualTo(sent);
        assertThat(session.awaitOutcome()).isEqualTo(new Outcome.ClientClosed());
    }

    @Test
    void blamesClientThatResets() throws IOException {
        RelaySession session = relay();
        assertArrives(session.client(), session.backend(), KIB);
        session.client().reset();

        assertBlames(Blame.CLIENT, session);
        session.backend().receiveToConnectionEnd();
    }

    @Test
    void blamesBackendThatResets() throws IOException {
        RelaySession session = relay();
        assertArrives(session.backend(), session.client(), KIB);
        session.backend().reset();

        assertBlames(Blame.BACKEND, session);
        session.client().receiveToConnectionEnd();
    }

    @Test
    void blamesBackendThatResetsWhileItIsSentTo() throws IOException {
        RelaySession session = relayToSmallBuffers();
        CompletableFuture<Bytes> sent = async(() -> session.client().send(STALLING_BYTES));
        awaitStall(session::serverbound);
        session.backend().reset();

        assertBlames(Blame.BACKEND, session);
        assertThat(sent.handle((bytes, failure) -> failure != null).join()).isTrue();
    }

    @Test
    void blamesClientThatResetsAfterBackendStoppedSending() throws IOException {
        RelaySession session = relayToSmallBuffers();
        sendUntilClosed(session.backend());
        awaitStall(session::clientbound);
        session.client().reset();

        assertBlames(Blame.CLIENT, session);
    }

    @Test
    void deliversLastWordsOfBackendThatClosesWithUnreadInput() throws IOException {
        for (int i = 0; i < 20; i++) {
            RelaySession session = relay();
            session.client().send(KIB);
            Await.until("the backend has unread input", () -> session.serverbound()
                    .equals(new FlowView(KIB, 0, true, true)));
            Bytes lastWords = session.backend().send(KIB);
            session.backend().close();

            assertThat(session.client().receive(KIB)).isEqualTo(lastWords);
            session.client().receiveToConnectionEnd();
            session.client().close();
            session.awaitOutcome();
        }
    }

    @Test
    void reportsClientClosedWhenItsBytesInFlightAreRefused() throws IOException {
        RelaySession session = relay();
        session.client().closeOutput();
        session.backend().receiveToEnd();
        session.client().reset();
        sendUntilClosed(session.backend());

        assertThat(session.awaitOutcome()).isEqualTo(new Outcome.ClientClosed());
    }

    @Test
    void noticesThatClientIsGoneAfterItClosedItsOutput() throws IOException {
        assumeTrue(isEpoll, "NIO tells nothing of a socket that is neither read nor written");
        RelaySession session = relay();
        session.client().closeOutput();
        session.backend().receiveToEnd();
        session.client().reset();

        assertThat(session.awaitOutcome()).isEqualTo(new Outcome.ClientClosed());
    }

    @Test
    void abortReportsOutcomeOnceAndReleasesEverything() throws IOException {
        Outcome shutdown = new Outcome.Failed(Blame.PROXY, "shutdown");
        RelaySession session = relayToSmallBuffers();
        sendUntilClosed(session.client());
        sendUntilClosed(session.backend());
        awaitStall(session::serverbound);
        awaitStall(session::clientbound);

        session.abort(shutdown);
        session.abort(new Outcome.ClientClosed());

        assertThat(session.awaitOutcome()).isSameAs(shutdown);
        assertThat(session.outcomes()).isOne();
        assertThat(session.serverbound().isOpen()).isFalse();
        assertThat(session.clientbound().pendingBytes()).isZero();
    }

    @Test
    void abortRightAfterStartReleasesEarlyBytes() throws IOException {
        RelaySession session = rig.connect();
        sendUntilClosed(session.client());
        session.receiveEarly(8 * MIB, 0);
        session.handOver(factory);
        session.abort(new Outcome.Failed(Blame.PROXY, "shutdown"));

        session.awaitOutcome();
        assertThat(session.isReceivedReleased()).isTrue();
    }

    @Test
    void flowsTellWhatWasReadAndWhatIsPending() throws IOException {
        RelaySession session = relay();
        assertThat(session.serverbound()).isEqualTo(new FlowView(0, 0, true, true));
        assertArrives(session.client(), session.backend(), 3 * MIB);
        assertArrives(session.backend(), session.client(), 5 * MIB);

        Await.until("nothing is pending", () -> session.clientbound().pendingBytes() == 0);
        assertThat(session.serverbound()).isEqualTo(new FlowView(3 * MIB, 0, true, true));
        assertThat(session.clientbound()).isEqualTo(new FlowView(5 * MIB, 0, true, true));
        closeBoth(session);
        assertThat(session.serverbound()).isEqualTo(new FlowView(3 * MIB, 0, false, false));
        assertThat(session.clientbound()).isEqualTo(new FlowView(5 * MIB, 0, false, false));
    }

    @Test
    void closesEverySocketAndPipe() throws IOException {
        assumeTrue(OpenFiles.canBeCounted(), "open files can be counted on Linux only");
        long before = OpenFiles.count();
        for (int i = 0; i < 20; i++) {
            RelaySession session = relay();
            assertArrives(session.client(), session.backend(), MIB);
            closeBoth(session);
            session.client().close();
            session.backend().close();
        }
        Await.until("all sockets and pipes are closed", () -> OpenFiles.count() == before);
    }

    @Test
    void allocatesNothingPerSmallMessage() throws IOException {
        assertAllocatesNothing(10_000, 64);
    }

    @Test
    void allocatesNothingPerLargeChunk() throws IOException {
        assertAllocatesNothing(2_000, (int) (64 * KIB));
    }

    private void assertAllocatesNothing(int roundTrips, int messageBytes) throws IOException {
        RelaySession session = relay();
        AllocationMeter meter = new AllocationMeter(rig.loopThreadId());
        int messages = 2 * roundTrips;

        assertThat(meter.bytesPerChunk(
                        () -> session.client().pingPong(session.backend(), roundTrips, messageBytes),
                        messages,
                        nothing()))
                .isLessThan(nothing());
        closeBoth(session);
    }

    private void awaitStall(Supplier<FlowView> direction) {
        Await.until("the stalled direction is not read", () -> {
            FlowView view = direction.get();
            assertThat(view.pendingBytes()).isLessThanOrEqualTo(maxPendingBytes());
            return !view.isReading() && view.pendingBytes() > 0;
        });
    }

    private static void assertBlames(Blame blame, RelaySession session) {
        assertThat(session.awaitOutcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.blame()).as(failed.reason()).isEqualTo(blame));
    }
}
