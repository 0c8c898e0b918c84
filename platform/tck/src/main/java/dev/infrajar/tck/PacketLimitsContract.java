// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static dev.infrajar.tck.FrameBytes.compressed;
import static dev.infrajar.tck.FrameBytes.concat;
import static dev.infrajar.tck.FrameBytes.frame;
import static dev.infrajar.tck.FrameBytes.packet;
import static dev.infrajar.tck.FrameBytes.varInt;
import static dev.infrajar.tck.FrameBytes.withLength;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.wire.Bytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What a packet forwarder must do with bytes that are no frames, and with frames that are bombs: the session ends, its peer is
 * blamed, and what came before has been passed on.
 */
public abstract class PacketLimitsContract extends PacketForwarderTest {
    private static final String DAMAGED = "compressed data is damaged or not as long as it says";
    private static final String INFLATED = "compressed packets claim more bytes than the limits allow";
    private static final String PLUGIN_MESSAGE = "plugin message is longer than the limit";
    private static final String UNREAD = "does not read what it is sent";
    private static final int MIB = 1 << 20;

    /**
     * Says what is tested.
     *
     * @param factory makes the forwarders
     * @param dialects the versions, with their real ids
     */
    protected PacketLimitsContract(PacketForwarderFactory factory, Dialects dialects) {
        super(factory, dialects);
    }

    @Test
    void passesOnWhatCameBeforeMalformedFrame() {
        for (int pieceBytes : new int[] {1, 7, 1_000}) {
            PacketFixture session = session().start();
            byte[] sound = frame(packet(ANY_ID, 30, random()), -1);

            pieces(concat(sound, sound, new byte[] {0}), pieceBytes).forEach(session.client::receive);

            session.assertEndedBy(Blame.CLIENT, "frame is empty");
            assertThat(session.backend.takeSent()).isEqualTo(concat(sound, sound));
        }
    }

    @Test
    void refusesLengthsOfFourBytes() {
        assertRefused(-1, new byte[] {-1, -1, -1, 1}, "frame is longer than 2097151 bytes");
        assertRefused(256, new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, 0}, "frame is longer than 2097151 bytes");
    }

    @Test
    void refusesFramesBeyondTheLimitBeforeTheyHaveCome() {
        PacketLimits defaults = PacketFixture.LIMITS;
        PacketFixture session = session()
                .limits(new PacketLimits(1_000, defaults.serverbound(), defaults.clientbound(), 1_000, defaults.nbt()))
                .start();

        session.backend.receive(Arrays.copyOf(withLength(new byte[1_001]), 20));

        session.assertEndedBy(Blame.BACKEND, "frame is longer than the limit");
    }

    @Test
    void refusesFramesOfLoginThatNoLoginNeeds() {
        PacketFixture session = session().phase(Phase.LOGIN).start();

        session.client.receive(Arrays.copyOf(withLength(new byte[2 * MIB - 1]), 20));

        session.assertEndedBy(Blame.CLIENT, "frame is longer than the limit for logins");
    }

    @Test
    void refusesClaimsBeyondTheLimit() {
        assertRefused(256, compressed(new byte[300], 2 * MIB + 1), INFLATED);
        assertRefused(256, compressed(new byte[300], Integer.MAX_VALUE), INFLATED);
        assertRefused(256, compressed(new byte[300], -1), INFLATED);
        assertRefused(256, Arrays.copyOf(withLength(concat(varInt(8_380_416), new byte[2_000])), 20), INFLATED);
    }

    @Test
    void refusesManyClaimsOneByOneAllowed() {
        PacketFixture session = session().thresholds(256, 256).start();
        byte[] bomb = compressed(new byte[2 * MIB], 2 * MIB);
        for (int i = 0; i < 18 && !session.isOver(); i++) {
            session.client.receive(bomb);
        }

        session.assertEndedBy(Blame.CLIENT, INFLATED);
        assertThat(session.backend.takeSent()).hasSize(17 * bomb.length);
    }

    @Test
    void countsClaimsOfFramesThatComeInPiecesOnce() {
        PacketFixture session = session().thresholds(256, 256).start();
        byte[] bomb = compressed(new byte[2 * MIB], 2 * MIB);
        for (int i = 0; i < 17; i++) {
            pieces(bomb, 100).forEach(session.client::receive);
        }

        session.assertGoesOn();
        assertThat(session.backend.takeSent()).hasSize(17 * bomb.length);
    }

    @Test
    void refusesDataSizesThatAreNone() {
        assertRefused(256, withLength(new byte[] {0}), "frame is empty");
        assertRefused(256, withLength(new byte[] {-1, -1, -1, -1, -1, 1, 1}), "VarInt has more than five bytes");
        assertRefused(256, withLength(new byte[] {-1, -1}), "value ends behind the end of its packet");
    }

    @Test
    void refusesLiesAboutLengthsWhereItInflates() {
        byte[] plain = packet(77, 1_000, random());
        for (int claimed : new int[] {1_000, 1_003, 256, MIB}) {
            for (int ofBackend : new int[] {-1, 4 * MIB}) {
                PacketFixture session = session().thresholds(256, ofBackend).start();
                session.client.receive(compressed(plain, claimed));
                session.assertEndedBy(Blame.CLIENT, DAMAGED);
                assertThat(session.backend.takeSent()).isEmpty();
            }
            PacketFixture tapped = session().thresholds(256, 256);
            tapped.taps.want(77);
            tapped.start().client.receive(compressed(plain, claimed));
            tapped.assertEndedBy(Blame.CLIENT, DAMAGED);
        }
    }

    @Test
    void refusesDamagedStreamsThatItPeeks() {
        PacketFixture session = session().thresholds(256, 256);
        session.taps.want(77);
        session.start().client.receive(withLength(concat(varInt(300), new byte[100])));

        session.assertEndedBy(Blame.CLIENT, DAMAGED);
    }

    @Test
    void refusesIdsThatDoNotEnd() {
        PacketFixture session = session();
        session.taps.want(77);
        session.start().backend.receive(withLength(new byte[] {-1, -1, -1, -1, -1, 1}));

        session.assertEndedBy(Blame.BACKEND, "VarInt has more than five bytes");
    }

    @Test
    void refusesPacketsTooLargeForTheOtherConnection() {
        byte[] noise = new byte[2 * MIB - 2];
        random().nextBytes(noise);
        String reason = "packet does not fit into a frame of the other connection";

        PacketFixture withHeader = session().thresholds(4 * MIB, -1).start();
        withHeader.backend.receive(withLength(concat(varInt(ANY_ID), noise)));
        withHeader.assertEndedBy(Blame.BACKEND, reason);

        PacketFixture deflated = session().thresholds(256, -1).start();
        deflated.backend.receive(withLength(concat(varInt(ANY_ID), noise)));
        deflated.assertEndedBy(Blame.BACKEND, reason);

        PacketFixture inflated = session().thresholds(-1, 256).start();
        inflated.backend.receive(compressed(new byte[3 * MIB], 3 * MIB));
        inflated.assertEndedBy(Blame.BACKEND, reason);
    }

    @Test
    void noiseNeverDoesMoreThanEndTheSession() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] noise = new byte[1 + random.nextInt(400)];
            random.nextBytes(noise);
            PacketFixture session = session().thresholds(random.nextInt(400) - 1, random.nextInt(400) - 1);
            session.taps.want(noise[0] & 0x7F, noise[noise.length / 2] & 0x7F);
            session.phase(random.nextBoolean() ? Phase.PLAY : Phase.LOGIN).start();

            pieces(noise, random).forEach(session.backend::receive);

            session.assertEndedByPeerIfAtAll(Blame.BACKEND);
        }
    }

    @Test
    void nothingElseEndsWithIt() {
        List<PacketFixture> sessions =
                List.of(session().start(), session().start(), session().start());

        sessions.get(1).client.receive(new byte[] {0});

        sessions.get(1).assertEndedBy(Blame.CLIENT, "frame is empty");
        for (PacketFixture other : List.of(sessions.get(0), sessions.get(2))) {
            byte[] sound = frame(packet(ANY_ID, 300, random()), -1);
            other.client.receive(sound);
            assertThat(other.backend.takeSent()).isEqualTo(sound);
            other.assertGoesOn();
        }
    }

    @Test
    void refusesPluginMessagesBeyondTheLimitThoughNobodyWantsThem() {
        for (int protocol : new int[] {5, 47, 775}) {
            for (int threshold : new int[] {-1, 256}) {
                assertMessage(session(protocol), threshold, PlayPackets.SERVERBOUND_PLUGIN_MESSAGE, 32_767);
                assertMessage(session(protocol), threshold, PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE, MIB);
            }
        }
        for (int threshold : new int[] {-1, 256}) {
            assertMessage(session(), threshold, ConfigurationPackets.SERVERBOUND_PLUGIN_MESSAGE, 32_767);
            assertMessage(session(), threshold, ConfigurationPackets.CLIENTBOUND_PLUGIN_MESSAGE, MIB);
        }
    }

    @Test
    void keepsPluginMessagesToAnyLimit() {
        PacketLimits defaults = PacketFixture.LIMITS;
        PacketLimits.ForDirection small = new PacketLimits.ForDirection(2 * MIB, 0, Duration.ofSeconds(7), 100);
        PacketLimits limits = new PacketLimits(defaults.frameBytes(), small, small, MIB, defaults.nbt());
        for (int threshold : new int[] {-1, 0, 256}) {
            assertMessage(session().limits(limits), threshold, PlayPackets.SERVERBOUND_PLUGIN_MESSAGE, 100);
            assertMessage(session().limits(limits), threshold, PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE, 100);
        }
    }

    @Test
    void refusesPluginMessagesFarBeyondTheLimitBeforeTheyHaveCome() {
        PacketFixture session = session().start();
        byte[] message = withLength(message(session, PlayPackets.SERVERBOUND_PLUGIN_MESSAGE, MIB));

        session.client.receive(Arrays.copyOf(message, 70_000));

        session.assertEndedBy(Blame.CLIENT, PLUGIN_MESSAGE);
        assertThat(session.backend.takeSent()).isEmpty();
    }

    @Test
    void looksAtNoSmallerPacketForTheLimitOfPluginMessages() {
        PacketFixture session = session().thresholds(256, 256).start();
        byte[] large = frame(packet(ANY_ID, 40_000, random()), 256);
        byte[] small = frame(packet(ANY_ID, 32_000, random()), 256);

        session.client.receive(concat(small, large, small));

        assertThat(session.backend.takeSent()).isEqualTo(concat(small, large, small));
        assertThat(session.forwarder().counts(Direction.SERVERBOUND).peeked()).isEqualTo(1);
        assertThat(session.forwarder().counts(Direction.SERVERBOUND).inflated()).isZero();
    }

    @Test
    void givesUpPeersThatDoNotReadWhatTheProxySends() {
        for (int fieldBytes : new int[] {1_000, MIB}) {
            PacketFixture session = session().start();
            session.client.stall(true);
            long sent = sendUntilOver(session, Direction.CLIENTBOUND, fieldBytes);
            session.assertEndedBy(Blame.CLIENT, UNREAD);
            assertThat(sent).as("bytes in packets of " + fieldBytes).isBetween(3L * MIB, 7L * MIB);
        }
        PacketFixture session = session().start();
        session.backend.stall(true);
        sendUntilOver(session, Direction.SERVERBOUND, 1_000);
        session.assertEndedBy(Blame.BACKEND, UNREAD);
    }

    @Test
    void countsWhatWaitsForTheEndOfFrameThatDoesNotCome() {
        PacketFixture session = session().start();
        session.backend.receive(Arrays.copyOf(withLength(new byte[MIB]), 100_000));

        long sent = sendUntilOver(session, Direction.CLIENTBOUND, 1_000);

        session.assertEndedBy(Blame.CLIENT, UNREAD);
        assertThat(sent).isBetween(3L * MIB, 5L * MIB);
    }

    @Test
    void countsWhatTapsSend() {
        PacketFixture session = session();
        session.taps.want(77).then(shown -> shown.sendBefore(buffer(packet(ANY_ID, MIB, random()))));
        session.start().client.stall(true);
        byte[] frame = frame(packet(77, 10, random()), -1);

        session.backend.receive(concat(frame, frame, frame, frame, frame, frame));

        session.assertEndedBy(Blame.CLIENT, UNREAD);
    }

    @Test
    void keepsPeersThatReadWhateverIsSentAtOnce() {
        PacketFixture session = session().start();
        byte[] packet = packet(ANY_ID, MIB, random());

        for (int i = 0; i < 12; i++) {
            session.forwarder().send(Direction.CLIENTBOUND, buffer(packet));
        }

        assertThat(session.clientPackets(-1)).hasSize(12);
        session.assertGoesOn();
    }

    @Test
    void gathersSmallPacketsWhilePeerIsBehind() {
        PacketFixture session = session().start();
        byte[] packet = packet(ANY_ID, 60, random());
        session.client.stall(true);

        for (int i = 0; i < 5_000; i++) {
            session.forwarder().send(Direction.CLIENTBOUND, buffer(packet));
            session.client.runPendingTasks();
        }
        session.client.stall(false);

        assertThat(session.client.sentBuffers()).isLessThan(1_500);
        assertThat(session.clientPackets(-1)).hasSize(5_000);
        session.assertGoesOn();
    }

    @Test
    void limitsOfInflatedBytesRecoverWithTime() {
        PacketLimits defaults = PacketFixture.LIMITS;
        PacketLimits.ForDirection slow = new PacketLimits.ForDirection(1_000, 1_000_000_000, Duration.ofMillis(100), 1);
        PacketFixture session = session()
                .limits(new PacketLimits(2_000, slow, slow, 1_000, defaults.nbt()))
                .thresholds(256, 256)
                .start();
        for (int i = 0; i < 1_000; i++) {
            session.client.receive(compressed(new byte[1_000], 1_000));
        }

        session.assertGoesOn();
    }

    /** One of as many bytes as allowed passes as it came, one with a byte more ends the session, at once or in pieces. */
    private static void assertMessage(
            PacketFixture session, int threshold, PacketType<PluginMessage> type, int mostBytes) {
        boolean isOfClient = type.direction() == Direction.SERVERBOUND;
        EmbeddedDuplexChannel source = isOfClient ? session.client : session.backend;
        EmbeddedDuplexChannel sink = isOfClient ? session.backend : session.client;
        session.phase(type.phase()).thresholds(threshold, threshold).start();
        byte[] allowed = frame(message(session, type, mostBytes), threshold);
        byte[] refused = frame(message(session, type, mostBytes + 1), threshold);

        source.receive(allowed);
        pieces(allowed, 10_000).forEach(source::receive);
        assertThat(sink.takeSent()).as(type + " of " + mostBytes).isEqualTo(concat(allowed, allowed));

        pieces(refused, mostBytes % 2 == 0 ? 10_000 : refused.length).forEach(source::receive);
        session.assertEndedBy(isOfClient ? Blame.CLIENT : Blame.BACKEND, PLUGIN_MESSAGE);
        assertThat(sink.takeSent()).isEmpty();
    }

    private static byte[] message(PacketFixture session, PacketType<PluginMessage> type, int dataBytes) {
        ByteBuf out = Unpooled.buffer();
        session.dialect()
                .format(type)
                .orElseThrow()
                .write(out, new PluginMessage("test:echo", Bytes.of(new byte[dataBytes])));
        return FrameBytes.rest(out);
    }

    /** The bytes of the packets that were sent before the session was over. */
    private static long sendUntilOver(PacketFixture session, Direction direction, int fieldBytes) {
        byte[] packet = packet(ANY_ID, fieldBytes, random());
        long sent = 0;
        while (!session.isOver() && sent < 64L * MIB) {
            session.forwarder().send(direction, buffer(packet));
            session.client.runPendingTasks();
            session.backend.runPendingTasks();
            sent += packet.length;
        }
        return sent;
    }

    private void assertRefused(int threshold, byte[] stream, String reason) {
        for (int pieceBytes : new int[] {stream.length, 1}) {
            PacketFixture session = session().thresholds(threshold, threshold).start();

            pieces(stream, pieceBytes).forEach(session.client::receive);

            session.assertEndedBy(Blame.CLIENT, reason);
            assertThat(session.backend.takeSent()).isEmpty();
        }
    }
}
