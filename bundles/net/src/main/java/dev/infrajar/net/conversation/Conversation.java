// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.conversation;

import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One connection on which packets are exchanged one by one. Blocks; used by one virtual thread at a time. What the peer
 * sends ahead is kept, within bounds.
 */
@ProviderType
public interface Conversation {
    /**
     * What the peer speaks.
     *
     * @return the dialect
     */
    Dialect dialect();

    /**
     * The phase of the packets that are sent and received now; login at the beginning.
     *
     * @param phase the new one
     */
    void enter(Phase phase);

    /**
     * Sends a packet. Returns when it is on its way; later packets follow it.
     *
     * @param type the type
     * @param packet its fields
     * @param <P> its record
     * @throws ConversationException if the connection is over
     * @throws IllegalArgumentException if the dialect has no such packet, or the packet cannot be written
     */
    <P> void send(PacketType<P> type, P packet) throws ConversationException;

    /**
     * Waits for the next packet.
     *
     * @param limit how long at most
     * @return the packet
     * @throws ConversationException if none comes in time, the peer closes, or sends what cannot be a packet
     * @throws InterruptedException if the thread was interrupted: nobody needs the packet any more
     */
    Received receive(Duration limit) throws ConversationException, InterruptedException;

    /**
     * Everything behind the packets exchanged so far is encrypted, both ways.
     *
     * @param ciphers closed with the connection
     */
    void encrypt(Ciphers ciphers);

    /**
     * Everything behind the packets exchanged so far is framed for compression, both ways.
     *
     * @param threshold packets of as many bytes or more are compressed; negative: none
     */
    void compress(int threshold);
}
