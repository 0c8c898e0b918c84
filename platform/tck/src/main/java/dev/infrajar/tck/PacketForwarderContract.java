// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static dev.infrajar.tck.FrameBytes.concat;
import static dev.infrajar.tck.FrameBytes.frame;
import static dev.infrajar.tck.FrameBytes.packet;
import static dev.infrajar.tck.FrameBytes.varInt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.intercept.FrameCounts;
import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every packet forwarder must do with frames: those that nobody wants arrive as they came, whatever the pieces they come in;
 * all others as taps and thresholds say; those that cannot be frames end the session. On channels of the test's own, so that every
 * test is the same each time; what happens on sockets is up to {@link ForwarderContract} with a {@link PacketRelayFactory}.
 */
public abstract class PacketForwarderContract extends PacketForwarderTest {
    private static final int[] THRESHOLDS = {-1, 0, 64, 256};

    /** Larger than a forwarder needs to gather. */
    private static final int HUGE = 300_000;

    /**
     * Says what is tested.
     *
     * @param factory makes the forwarders
     * @param dialects the versions, with their real ids
     */
    protected PacketForwarderContract(PacketForwarderFactory factory, Dialects dialects) {
        super(factory, dialects);
    }

    @Test
    void passesFramesAsTheyCameWhereBothSidesCompressOrNeither() {
        for (int threshold : THRESHOLDS) {
            PacketFixture session = session().thresholds(threshold, threshold).start();
            byte[] stream = stream(randomPackets(threshold), threshold);

            session.backend.receive(stream);
            session.client.receive(stream);

            assertThat(session.client.takeSent()).isEqualTo(stream);
            assertThat(session.backend.takeSent()).isEqualTo(stream);
        }
    }

    @Test
    void passesPaddedLengthsAsTheyCame() {
        byte[] padded = {(byte) 0x82, (byte) 0x80, 0, 0x55, 7};
        PacketFixture session = session().start();

        session.client.receive(padded);

        assertThat(session.backend.takeSent()).isEqualTo(padded);
    }

    @Test
    void passesRunOfFramesInOnePiece() {
        PacketFixture session = session().thresholds(256, 256).start();
        byte[] stream = stream(randomPackets(3), 256);

        session.backend.receive(stream);

        assertThat(session.client.sentBuffers()).isOne();
        assertThat(session.client.takeSent()).isEqualTo(stream);
    }

    @Test
    void anySplitGivesTheSameOutput() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int from = THRESHOLDS[random.nextInt(THRESHOLDS.length)];
            int to = THRESHOLDS[random.nextInt(THRESHOLDS.length)];
            byte[] stream = stream(randomPackets(seed), from);

            byte[] atOnce = relayed(List.of(stream), from, to);
            byte[] split = relayed(pieces(stream, random), from, to);

            assertThat(FrameBytes.packets(split, to))
                    .as("seed %d, from %d to %d", seed, from, to)
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(FrameBytes.packets(atOnce, to));
            if (from < 0 == to < 0) {
                assertThat(split).as("seed %d", seed).isEqualTo(atOnce);
            }
        }
    }

    @Test
    void singleBytesGiveTheSameOutput() {
        PacketFixture session = session().thresholds(64, 64).start();
        byte[] stream =
                stream(List.of(packet(85, 0, random()), packet(90, 50, random()), packet(300, 900, random())), 64);
        for (byte next : stream) {
            session.backend.receive(new byte[] {next});
        }

        assertThat(session.client.takeSent()).isEqualTo(stream);
    }

    @Test
    void everyPairOfThresholdsIsBridged() {
        for (int from : THRESHOLDS) {
            for (int to : THRESHOLDS) {
                PacketFixture session = session().thresholds(to, from).start();
                List<byte[]> packets = randomPackets(from + 7L * to);

                session.backend.receive(stream(packets, from));

                assertSame(session.clientPackets(to), packets);
            }
        }
    }

    @Test
    void compressedFramesPassIfTheyAreNotBelowTheReceiversThreshold() {
        PacketFixture session = session().thresholds(256, 64).start();
        byte[] below = frame(packet(85, 100, random()), 64);
        byte[] notBelow = frame(packet(85, 255, random()), 64);

        session.backend.receive(concat(below, notBelow));

        byte[] sent = session.client.takeSent();
        assertThat(FrameBytes.packets(sent, 256)).hasSize(2);
        assertThat(sent).endsWith(notBelow);
        assertThat(session.forwarder().counts(Direction.CLIENTBOUND)).isEqualTo(new FrameCounts(2, 0, 1, 0));
    }

    @Test
    void nothingIsInflatedThatNobodyWants() {
        PacketFixture session = session().thresholds(256, 256).start();
        session.backend.receive(stream(randomPackets(1), 256));
        session.client.receive(stream(randomPackets(2), 256));

        assertThat(session.forwarder().counts(Direction.CLIENTBOUND))
                .isEqualTo(new FrameCounts(randomPackets(1).size(), 0, 0, 0));
    }

    @Test
    void peeksOnlyFramesThatMayBeWanted() {
        PacketFixture session = session().thresholds(256, 256);
        session.taps.want(77).upTo(500);
        session.start();

        session.backend.receive(stream(List.of(packet(85, 400, random()), packet(77, 600, random())), 256));

        assertThat(session.taps.events()).isEmpty();
        assertThat(session.forwarder().counts(Direction.CLIENTBOUND)).isEqualTo(new FrameCounts(2, 1, 0, 0));
    }

    @Test
    void showsWantedPacketsAndPassesTheirFramesAsTheyCame() {
        PacketFixture session = session().thresholds(256, 256);
        session.taps.want(77, 300);
        session.start();
        byte[] stream =
                stream(List.of(packet(77, 10, random()), packet(85, 10, random()), packet(300, 5_000, random())), 256);

        session.backend.receive(stream);

        assertThat(session.taps.events()).containsExactly("play clientbound 77", "play clientbound 300");
        assertThat(session.client.takeSent()).isEqualTo(stream);
        assertThat(session.forwarder().counts(Direction.CLIENTBOUND)).isEqualTo(new FrameCounts(3, 1, 1, 0));
    }

    @Test
    void showsTheFieldsBehindTheId() {
        List<byte[]> fields = new ArrayList<>();
        PacketFixture session = session().thresholds(64, 64);
        session.taps.want(300).then(shown -> {
            fields.add(FrameBytes.rest(shown.fields()));
            fields.add(FrameBytes.rest(shown.fields()));
        });
        session.start();
        byte[] small = packet(300, 20, random());
        byte[] large = packet(300, 2_000, random());

        session.client.receive(stream(List.of(small, large), 64));

        assertSame(
                fields.stream().map(bytes -> concat(varInt(300), bytes)).toList(), List.of(small, small, large, large));
    }

    @Test
    void asksAnewWhatIsWantedWhenThatHasChanged() {
        PacketFixture session = session().start();
        session.client.receive(frame(packet(5, 3, random()), -1));
        session.taps.want(5);
        session.client.receive(frame(packet(5, 3, random()), -1));

        assertThat(session.taps.events()).containsExactly("play serverbound 5");
    }

    @Test
    void dropsReplacesAndAddsPackets() {
        byte[] other = packet(99, 700, random());
        for (int from : THRESHOLDS) {
            for (int to : THRESHOLDS) {
                PacketFixture session = session().thresholds(to, from);
                session.taps.want(1, 2, 3).then(shown -> {
                    switch (shown.id()) {
                        case 1 -> shown.drop();
                        case 2 -> shown.replace(buffer(other));
                        default -> {
                            shown.sendAfter(buffer(other));
                            shown.sendBefore(buffer(packet(98, 1, random())));
                        }
                    }
                });
                session.start();
                byte[] kept = packet(3, 40, random());
                byte[] first = packet(85, 300, random());

                session.backend.receive(
                        stream(List.of(first, packet(1, 9, random()), packet(2, 900, random()), kept, first), from));

                assertSame(
                        session.clientPackets(to), List.of(first, other, packet(98, 1, random()), kept, other, first));
            }
        }
    }

    @Test
    void whatIsSentWithDroppedPacketsArrives() {
        PacketFixture session = session();
        session.taps.want(1).then(shown -> {
            shown.sendAfter(buffer(packet(99, 0, random())));
            shown.drop();
        });
        session.start();

        session.client.receive(frame(packet(1, 0, random()), -1));

        assertSame(session.backendPackets(-1), List.of(packet(99, 0, random())));
    }

    @Test
    void sendsPacketsBehindWhatHasBeenPassedOn() {
        for (int threshold : THRESHOLDS) {
            PacketFixture session = session().thresholds(threshold, 64);
            byte[] injected = packet(99, 1_000, random());
            session.taps.want(2).then(shown -> session.forwarder().send(Direction.CLIENTBOUND, buffer(injected)));
            session.start();
            List<byte[]> packets = List.of(packet(85, 20, random()), packet(2, 3, random()), packet(85, 20, random()));

            session.backend.receive(stream(packets, 64));
            session.forwarder().send(Direction.CLIENTBOUND, buffer(injected));

            assertSame(
                    session.clientPackets(threshold),
                    List.of(packets.get(0), injected, packets.get(1), packets.get(2), injected));
        }
    }

    @Test
    void cutsNoFrameInTwoByPacketsThatAreSent() {
        byte[] injected = packet(99, 10, random());
        for (int size : new int[] {5_000, HUGE}) {
            PacketFixture session = session().start();
            byte[] huge = frame(packet(85, size, random()), -1);
            int half = huge.length / 2;

            session.backend.receive(Arrays.copyOf(huge, half));
            session.forwarder().send(Direction.CLIENTBOUND, buffer(injected));
            session.backend.receive(Arrays.copyOfRange(huge, half, huge.length));

            assertThat(session.clientPackets(-1)).hasSize(2);
        }
    }

    @Test
    void passesHugeFramesOnBeforeTheyAreWhole() {
        for (int threshold : THRESHOLDS) {
            PacketFixture session = session().thresholds(threshold, threshold).start();
            byte[] noise = new byte[HUGE];
            random().nextBytes(noise);
            byte[] huge = frame(concat(varInt(85), noise), threshold);

            for (byte[] piece : pieces(huge, 30_000)) {
                session.backend.receive(piece);
            }

            assertThat(session.client.sentBuffers()).isGreaterThan(3);
            assertThat(session.client.takeSent()).isEqualTo(huge);
        }
    }

    @Test
    void refusesPacketsOfItsOwnThatCannotBeFramed() {
        PacketFixture empty = session().start();
        empty.forwarder().send(Direction.CLIENTBOUND, Unpooled.buffer());
        empty.assertEndedBy(Blame.PLUGIN, "a packet that was to be sent cannot be framed");

        PacketFixture large = session().start();
        large.forwarder().send(Direction.SERVERBOUND, Unpooled.buffer().writeZero(1 << 21));
        large.assertEndedBy(Blame.PLUGIN, "a packet that was to be sent cannot be framed");
    }

    @Test
    void releasesPacketsThatComeTooLate() {
        PacketFixture session = session().start();
        session.client.receiveEnd();
        ByteBuf late = buffer(packet(1, 1, random()));
        session.forwarder().send(Direction.SERVERBOUND, late);

        assertThat(late.refCnt()).isZero();
        assertThat(session.backend.takeSent()).isEmpty();
    }

    /** What the client gets of a stream in pieces, while a tap replaces some packets and looks at others. */
    private byte[] relayed(List<byte[]> pieces, int from, int to) {
        PacketFixture session = session().thresholds(to, from);
        session.taps.want(300).then(shown -> {
            if (shown.fields().readableBytes() % 2 == 0) {
                shown.replace(buffer(packet(99, 500, random())));
            }
        });
        session.start();
        pieces.forEach(session.backend::receive);
        session.assertGoesOn();
        return session.client.takeSent();
    }
}
