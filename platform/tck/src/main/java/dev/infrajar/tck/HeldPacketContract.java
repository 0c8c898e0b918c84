// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static dev.infrajar.tck.FrameBytes.frame;
import static dev.infrajar.tck.FrameBytes.packet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.intercept.TappedPacket.Held;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a packet forwarder must do with packets that somebody holds, and with all that follow them. */
public abstract class HeldPacketContract extends PacketForwarderTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Decision PASS = new Decision.Pass();
    private static final int HELD_ID = 7;

    private final Queue<Held> held = new ArrayDeque<>();

    /**
     * Says what is tested.
     *
     * @param factory makes the forwarders
     * @param dialects the versions, with their real ids
     */
    protected HeldPacketContract(PacketForwarderFactory factory, Dialects dialects) {
        super(factory, dialects);
    }

    private void hold(TappedPacket packet) {
        held.add(packet.hold(LIMIT, PASS));
    }

    private PacketFixture holding(int threshold) {
        PacketFixture session = session().thresholds(threshold, threshold);
        session.taps.want(HELD_ID).then(this::hold);
        return session.start();
    }

    private static List<byte[]> packets() {
        return List.of(
                packet(ANY_ID, 20, random()),
                packet(HELD_ID, 3_000, random()),
                packet(ANY_ID, 700, random()),
                packet(HELD_ID, 10, random()),
                packet(ANY_ID, 5, random()));
    }

    @Test
    void keepsPacketAndAllBehindItUntilSomebodyDecides() {
        for (int threshold : new int[] {-1, 256}) {
            PacketFixture session = holding(threshold);
            List<byte[]> packets = packets();
            session.backend.receive(stream(packets, threshold));
            assertSame(session.clientPackets(threshold), packets.subList(0, 1));

            held.remove().resume(PASS);
            assertSame(session.clientPackets(threshold), packets.subList(1, 3));

            held.remove().resume(PASS);
            assertSame(session.clientPackets(threshold), packets.subList(3, 5));
            assertThat(held).isEmpty();
        }
    }

    @Test
    void anySplitIsHeldAlike() {
        for (int pieceBytes : new int[] {1, 2, 13, 500, 2_000}) {
            PacketFixture session = holding(256);
            byte[] stream = stream(packets(), 256);
            pieces(stream, pieceBytes).forEach(session.backend::receive);
            while (!held.isEmpty()) {
                held.remove().resume(PASS);
                session.advance(Duration.ZERO);
            }

            assertThat(session.client.takeSent()).isEqualTo(stream);
        }
    }

    @Test
    void otherDirectionGoesOn() {
        PacketFixture session = holding(-1);
        session.backend.receive(stream(packets(), -1));
        byte[] other = frame(packet(ANY_ID, 10, random()), -1);

        session.client.receive(other);

        assertThat(session.backend.takeSent()).isEqualTo(other);
        assertThat(session.client.config().isAutoRead()).isTrue();
    }

    @Test
    void eachDirectionIsHeldOnItsOwn() {
        PacketFixture session = holding(-1);
        byte[] frame = frame(packet(HELD_ID, 10, random()), -1);
        session.backend.receive(frame);
        session.client.receive(frame);
        Held clientbound = held.remove();

        held.remove().resume(PASS);
        session.advance(Duration.ZERO);
        assertThat(session.backend.takeSent()).isEqualTo(frame);
        assertThat(session.client.takeSent()).isEmpty();

        clientbound.resume(PASS);
        session.advance(Duration.ZERO);
        assertThat(session.client.takeSent()).isEqualTo(frame);
    }

    @Test
    void decisionsDropAndReplace() {
        PacketFixture session = holding(64);
        byte[] other = packet(99, 300, random());
        session.backend.receive(stream(packets(), 64));

        held.remove().resume(new Decision.Drop());
        session.advance(Duration.ZERO);
        held.remove().resume(new Decision.Replace(buffer(other)));

        List<byte[]> packets = packets();
        assertSame(session.clientPackets(64), List.of(packets.get(0), packets.get(2), other, packets.get(4)));
    }

    @Test
    void decisionEndsTheSession() {
        PacketFixture session = holding(-1);
        session.backend.receive(stream(packets(), -1));

        held.remove().resume(new Decision.End("kicked"));
        session.advance(Duration.ZERO);

        session.assertEndedBy(Blame.PLUGIN, "kicked");
    }

    @Test
    void tapsBehindSeeWhatPasses() {
        PacketFixture session = holding(-1);
        session.taps.thenResumed(shown -> shown.sendAfter(buffer(packet(99, 0, random()))));
        session.backend.receive(stream(List.of(packet(HELD_ID, 1, random()), packet(HELD_ID, 2, random())), -1));

        held.remove().resume(new Decision.Replace(buffer(packet(8, 1, random()))));
        session.advance(Duration.ZERO);
        held.remove().resume(new Decision.Drop());

        assertSame(session.clientPackets(-1), List.of(packet(8, 1, random()), packet(99, 0, random())));
        assertThat(session.taps.events()).containsExactly("play clientbound 7", "resumed 8", "play clientbound 7");
    }

    @Test
    void tapsBehindMayHoldAgain() {
        PacketFixture session = holding(-1);
        session.taps.thenResumed(this::hold);
        byte[] frame = frame(packet(HELD_ID, 100, random()), -1);
        session.backend.receive(frame);

        held.remove().resume(PASS);
        session.advance(Duration.ZERO);
        assertThat(session.client.takeSent()).isEmpty();

        session.taps.thenResumed(shown -> {});
        held.remove().resume(PASS);
        session.advance(Duration.ZERO);
        assertThat(session.client.takeSent()).isEqualTo(frame);
    }

    @Test
    void limitDecidesOtherwise() {
        byte[] other = packet(99, 1, random());
        PacketFixture session = session();
        session.taps.want(HELD_ID).then(shown -> held.add(shown.hold(LIMIT, new Decision.Replace(buffer(other)))));
        session.start();
        session.client.receive(frame(packet(HELD_ID, 1, random()), -1));

        session.advance(LIMIT.minusMillis(1));
        assertThat(session.backend.takeSent()).isEmpty();
        session.advance(Duration.ofMillis(1));

        assertSame(session.backendPackets(-1), List.of(other));
    }

    @Test
    void firstDecisionCountsAndLaterOnesAreReleased() {
        PacketFixture session = session();
        ByteBuf otherwise = buffer(packet(99, 1, random()));
        session.taps.want(HELD_ID).then(shown -> held.add(shown.hold(LIMIT, new Decision.Replace(otherwise))));
        session.start();
        session.client.receive(frame(packet(HELD_ID, 1, random()), -1));
        ByteBuf late = buffer(packet(98, 1, random()));

        held.element().resume(PASS);
        held.element().resume(new Decision.Replace(late));
        session.advance(LIMIT);

        assertSame(session.backendPackets(-1), List.of(packet(HELD_ID, 1, random())));
        assertThat(late.refCnt()).isZero();
        assertThat(otherwise.refCnt()).isZero();
    }

    @Test
    void decisionAfterTheEndIsReleased() {
        PacketFixture session = session();
        ByteBuf otherwise = buffer(packet(99, 1, random()));
        session.taps.want(HELD_ID).then(shown -> held.add(shown.hold(LIMIT, new Decision.Replace(otherwise))));
        session.start();
        session.client.receive(frame(packet(HELD_ID, 1, random()), -1));
        session.forwarder().abort(new Outcome.ClientClosed());
        ByteBuf late = buffer(packet(98, 1, random()));

        held.element().resume(new Decision.Replace(late));

        assertThat(late.refCnt()).isZero();
        assertThat(otherwise.refCnt()).isZero();
    }

    @Test
    void decisionThatRacesTheEndIsReleased() {
        PacketFixture session = holding(-1);
        session.client.receive(frame(packet(HELD_ID, 1, random()), -1));
        ByteBuf inTime = buffer(packet(98, 1, random()));
        held.element().resume(new Decision.Replace(inTime));

        session.forwarder().abort(new Outcome.ClientClosed());
        session.advance(Duration.ZERO);

        assertThat(inTime.refCnt()).isZero();
    }

    @Test
    void packetsOfTheProxyGoAhead() {
        PacketFixture session = holding(-1);
        session.backend.receive(stream(packets(), -1));
        byte[] injected = packet(99, 4, random());

        session.forwarder().send(Direction.CLIENTBOUND, buffer(injected));

        assertSame(session.clientPackets(-1), List.of(packets().get(0), injected));
    }

    @Test
    void readsNoMoreWhenTheQueueIsFullAndGoesOnBehindIt() {
        PacketFixture session = holding(-1);
        byte[] chunk = stream(
                IntStream.range(0, 60)
                        .mapToObj(i -> packet(ANY_ID, 1_000, random()))
                        .toList(),
                -1);
        session.backend.receive(frame(packet(HELD_ID, 1, random()), -1));
        int chunks = 0;
        while (session.backend.config().isAutoRead() && chunks < 100) {
            session.backend.receive(chunk);
            chunks++;
        }
        assertThat(chunks).isBetween(2, 6);
        assertThat(session.forwarder().clientbound().isReading()).isFalse();
        assertThat(session.forwarder().clientbound().pendingBytes()).isGreaterThan((long) chunks * chunk.length);
        assertThat(session.client.config().isAutoRead()).isTrue();

        held.remove().resume(PASS);

        assertThat(session.clientPackets(-1)).hasSize(1 + 60 * chunks);
        assertThat(session.backend.config().isAutoRead()).isTrue();
        assertThat(session.forwarder().clientbound().pendingBytes()).isZero();
    }

    @Test
    void singleBytesFillTheQueueToo() {
        PacketFixture session = holding(-1);
        session.client.receive(frame(packet(HELD_ID, 1, random()), -1));
        int bytes = 0;
        while (session.client.config().isAutoRead()) {
            session.client.receive(new byte[] {5});
            bytes++;
        }

        assertThat(bytes).isLessThan(10_000);
    }

    @Test
    void endOfSourceWaitsBehindWhatIsHeld() {
        PacketFixture session = holding(-1);
        session.backend.receive(stream(packets(), -1));
        session.backend.receiveEnd();
        assertThat(session.client.isOutputShutdown()).isFalse();
        held.remove().resume(PASS);
        session.advance(Duration.ZERO);
        assertThat(session.client.isOutputShutdown()).isFalse();
        held.remove().resume(PASS);

        assertSame(session.clientPackets(-1), packets());
        assertThat(session.client.isOutputShutdown()).isTrue();
        session.client.receiveEnd();
        session.assertOutcome(new Outcome.BackendClosed());
    }

    @Test
    void whoHoldsTwiceIsTold() {
        PacketFixture session = session();
        session.taps.want(HELD_ID).then(shown -> {
            hold(shown);
            assertThatIllegalStateException().isThrownBy(() -> hold(shown));
        });
        session.start().client.receive(frame(packet(HELD_ID, 1, random()), -1));

        assertThat(held).hasSize(1);
    }

    @Test
    void packetsThatAddThemselvesWaitWithTheHeldOne() {
        PacketFixture session = session();
        byte[] before = packet(98, 1, random());
        byte[] after = packet(99, 1, random());
        session.taps.want(HELD_ID).then(shown -> {
            shown.sendBefore(buffer(before));
            shown.sendAfter(buffer(after));
            hold(shown);
        });
        session.start().client.receive(frame(packet(HELD_ID, 1, random()), -1));
        assertThat(session.backendPackets(-1)).isEmpty();

        held.remove().resume(PASS);
        session.advance(Duration.ZERO);

        assertSame(session.backendPackets(-1), List.of(before, packet(HELD_ID, 1, random()), after));
    }
}
