// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.conversation;

import dev.infrajar.net.packet.PacketType;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A packet that has come. */
@ProviderType
public interface Received {
    /**
     * Its name, for decisions and messages.
     *
     * @return empty if the dialect has no packet of its number
     */
    Optional<String> name();

    /**
     * Its fields.
     *
     * @param type what it may be
     * @param <P> the record
     * @return empty if it is something else
     * @throws ConversationException if it is of that type and cannot be read
     */
    <P> Optional<P> as(PacketType<P> type) throws ConversationException;
}
