// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

import dev.infrajar.net.wire.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a client says it has read of the signed chat, beside a message of its own. A server counts it: whoever swallows a message
 * has to pass it on in a {@link MessageAcknowledgement}.
 */
public sealed interface LastSeen {
    /** The one instance needed of {@link Nothing}. */
    LastSeen NOTHING = new Nothing();

    /** Nothing: before 1.19.1. */
    record Nothing() implements LastSeen {}

    /**
     * The messages themselves: 1.19.1 and 1.19.2.
     *
     * @param messages at most five
     * @param lastReceived a message that came later, but did not become part of the chat
     */
    record Listed(List<Message> messages, Optional<Message> lastReceived) implements LastSeen {
        /** Copies. */
        public Listed {
            messages = List.copyOf(messages);
        }
    }

    /**
     * A message that was seen.
     *
     * @param sender who has said it
     * @param signature its signature
     */
    record Message(UUID sender, Bytes signature) {}

    /**
     * A window of twenty messages that moves on: since 1.19.3.
     *
     * @param offset by how many messages it has moved
     * @param acknowledged one bit for each message of the window: three bytes
     * @param checksum of the messages, since 1.21.5; 0 before
     */
    record Window(int offset, Bytes acknowledged, int checksum) implements LastSeen {
        /** The length of {@link #acknowledged()}. */
        public static final int ACKNOWLEDGED_BYTES = 3;

        /** Checks the length. */
        public Window {
            if (acknowledged.length() != ACKNOWLEDGED_BYTES) {
                throw new IllegalArgumentException(
                        "a window of " + acknowledged.length() + " bytes, must be " + ACKNOWLEDGED_BYTES);
            }
        }
    }
}
