// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Any bytes as what one peer sends, for the fuzz test of a packet forwarder: whatever the pieces that they come in, the other peer gets the
 * same, and if the session ends, their sender is to blame. What it gets, a vanilla decoder can read where the forwarder makes all frames.
 *
 * <pre>
 *   byte 0   the pieces have one byte more
 *   byte 1   bits 0-1 and 2-3: threshold of sender and receiver; 4-5: what a tap does with every packet (it wants
 *            none, looks, drops, replaces and adds); 6: who sends
 *   byte 2   the phase
 *   others   the bytes
 * </pre>
 */
public final class HostileFrames {
    private static final int[] THRESHOLDS = {-1, 0, 64, 256};
    private static final Phase[] PHASES = {Phase.PLAY, Phase.LOGIN, Phase.CONFIGURATION};
    private static final int[] ALL_IDS = IntStream.range(0, 256).toArray();
    private static final byte[] INJECTED = {0x55, 1, 2, 3};

    private final PacketForwarderFactory factory;
    private final Dialect dialect;

    /**
     * Sessions of one version.
     *
     * @param factory is tested
     * @param dialect of the version
     */
    public HostileFrames(PacketForwarderFactory factory, Dialect dialect) {
        this.factory = factory;
        this.dialect = dialect;
    }

    /**
     * Bytes as {@link #check} takes them, sent by the backend in pieces of seven bytes.
     *
     * @param sender index of its threshold: 0 is none, 1 is 0, 2 is 64, 3 is 256
     * @param receiver index of its threshold
     * @param tap what it does: 0 wants nothing, 1 looks, 2 drops, 3 replaces
     * @param stream the frames
     * @return the input
     */
    public static byte[] input(int sender, int receiver, int tap, byte[] stream) {
        return FrameBytes.concat(new byte[] {6, (byte) (sender | receiver << 2 | tap << 4), 0}, stream);
    }

    /**
     * A packet in the frame that a peer sends.
     *
     * @param threshold index of its threshold, as above
     * @param packet its id and its fields
     * @return the frame
     */
    public static byte[] frame(int threshold, byte[] packet) {
        return FrameBytes.frame(packet, THRESHOLDS[threshold]);
    }

    /**
     * Lets them be forwarded, in pieces and at once.
     *
     * @param input as above
     */
    public void check(byte[] input) {
        if (input.length < 4) {
            return;
        }
        byte[] stream = Arrays.copyOfRange(input, 3, input.length);
        assertThat(forwarded(input, stream, 1 + (input[0] & 0xFF))).isEqualTo(forwarded(input, stream, stream.length));
    }

    private byte[] forwarded(byte[] input, byte[] stream, int pieceBytes) {
        ZlibCompression compression = new ZlibCompression();
        PacketFixture session = session(input, compression);
        boolean isClients = (input[1] >> 6 & 1) == 1;
        EmbeddedDuplexChannel sender = isClients ? session.client : session.backend;
        EmbeddedDuplexChannel receiver = isClients ? session.backend : session.client;
        for (int start = 0; start < stream.length && !session.isOver(); start += pieceBytes) {
            sender.receive(Arrays.copyOfRange(stream, start, Math.min(stream.length, start + pieceBytes)));
        }
        byte[] sent = receiver.takeSent();
        session.assertEndedByPeerIfAtAll(isClients ? Blame.CLIENT : Blame.BACKEND);
        session.close();
        assertThat(compression.open()).isZero();
        if (input[2] % PHASES.length == 0 && (input[1] & 3) == 0) {
            FrameBytes.packets(sent, THRESHOLDS[input[1] >> 2 & 3]);
        }
        return sent;
    }

    private PacketFixture session(byte[] input, ZlibCompression compression) {
        PacketFixture session = new PacketFixture(factory, dialect, compression);
        int ofSender = THRESHOLDS[input[1] & 3];
        int ofReceiver = THRESHOLDS[input[1] >> 2 & 3];
        boolean isClients = (input[1] >> 6 & 1) == 1;
        session.thresholds(isClients ? ofSender : ofReceiver, isClients ? ofReceiver : ofSender);
        session.phase(PHASES[(input[2] & 0xFF) % PHASES.length]);
        script(session.taps, input[1] >> 4 & 3);
        return session.start();
    }

    private static void script(ScriptedTaps taps, int kind) {
        switch (kind) {
            case 1 -> taps.want(ALL_IDS);
            case 2 -> taps.want(ALL_IDS).then(packet -> packet.drop());
            case 3 ->
                taps.want(ALL_IDS).then(packet -> {
                    packet.sendBefore(Unpooled.copiedBuffer(INJECTED));
                    packet.replace(Unpooled.copiedBuffer(INJECTED));
                    packet.sendAfter(Unpooled.copiedBuffer(INJECTED));
                });
            default -> {
                // It wants nothing.
            }
        }
    }
}
