// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.internal.session.handshake.LoginStartDecoder;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketLimits;
import java.util.function.Consumer;

/**
 * What a conversation keeps to.
 *
 * @param dialect what the peer speaks
 * @param receives the direction of what the peer sends
 * @param frameBytes the most bytes of a frame's body
 * @param answerBytes the same, while the peer is asked what somebody else wants to know
 * @param inflated the limits of compressed packets
 * @param compression inflates and deflates, where that is needed
 * @param rejected told why the peer was given up; called on any thread
 */
public record ConversationTerms(
        Dialect dialect,
        Direction receives,
        int frameBytes,
        int answerBytes,
        PacketLimits.ForDirection inflated,
        CompressionFactory compression,
        Consumer<Rejection> rejected) {

    /**
     * With a client: its packets are as small as all that comes before a login, compressed or not. Its answers to a backend are as
     * large as a login plugin message may be.
     */
    public static ConversationTerms withClient(
            Dialect dialect, PacketLimits limits, CompressionFactory compression, Consumer<Rejection> rejected) {
        int most = LoginStartDecoder.MAX_LOGIN_BYTES;
        return new ConversationTerms(
                dialect,
                Direction.SERVERBOUND,
                Math.min(limits.frameBytes(), most),
                Math.min(limits.frameBytes(), limits.loginBytes()),
                atMost(most, limits.serverbound()),
                compression,
                rejected);
    }

    /** With a backend, within the limits of a login; what does not fit into a frame for the client could not be asked of it. */
    public static ConversationTerms withBackend(
            Dialect dialect, PacketLimits limits, CompressionFactory compression, Consumer<Rejection> rejected) {
        int most = Math.min(limits.loginBytes(), FrameWriter.MAX_PACKET_BYTES);
        return new ConversationTerms(
                dialect,
                Direction.CLIENTBOUND,
                Math.min(limits.frameBytes(), most),
                Math.min(limits.frameBytes(), most),
                atMost(most, limits.clientbound()),
                compression,
                rejected);
    }

    private static PacketLimits.ForDirection atMost(int packetBytes, PacketLimits.ForDirection usual) {
        return new PacketLimits.ForDirection(
                Math.min(usual.inflatedBytes(), packetBytes),
                usual.inflatedBytesPerSecond(),
                usual.inflatedWindow(),
                usual.pluginMessageBytes());
    }
}
