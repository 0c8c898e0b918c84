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
 * @param inflated the limits of compressed packets
 * @param compression inflates and deflates, where that is needed
 * @param rejected told why the peer was given up; called on any thread
 */
public record ConversationTerms(
        Dialect dialect,
        Direction receives,
        int frameBytes,
        PacketLimits.ForDirection inflated,
        CompressionFactory compression,
        Consumer<Rejection> rejected) {

    /** With a client: its packets are as small as all that comes before a login, compressed or not. */
    public static ConversationTerms withClient(
            Dialect dialect, PacketLimits limits, CompressionFactory compression, Consumer<Rejection> rejected) {
        PacketLimits.ForDirection usual = limits.serverbound();
        int most = LoginStartDecoder.MAX_LOGIN_BYTES;
        return new ConversationTerms(
                dialect,
                Direction.SERVERBOUND,
                Math.min(limits.frameBytes(), most),
                new PacketLimits.ForDirection(
                        Math.min(usual.inflatedBytes(), most),
                        usual.inflatedBytesPerSecond(),
                        usual.inflatedWindow(),
                        usual.pluginMessageBytes()),
                compression,
                rejected);
    }

    /** With a backend, within the limits of sessions. */
    public static ConversationTerms withBackend(
            Dialect dialect, PacketLimits limits, CompressionFactory compression, Consumer<Rejection> rejected) {
        return new ConversationTerms(
                dialect, Direction.CLIENTBOUND, limits.frameBytes(), limits.clientbound(), compression, rejected);
    }
}
