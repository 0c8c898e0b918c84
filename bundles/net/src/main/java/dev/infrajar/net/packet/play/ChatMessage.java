// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

import dev.infrajar.net.wire.Bytes;
import java.util.Optional;

/**
 * What the player says. Before 1.19 commands are messages that begin with a slash.
 *
 * @param message at most {@link #MAX_CHARS} characters
 * @param timestampMillis when, by the client's clock; 0 before 1.19
 * @param salt part of what is signed; 0 before 1.19
 * @param signature of a client with a key, since 1.19. Who changes a signed message breaks it
 * @param isPreviewed whether the preview is what was signed; 1.19 to 1.19.2 only
 * @param lastSeen what the client has read
 */
public record ChatMessage(
        String message,
        long timestampMillis,
        long salt,
        Optional<Bytes> signature,
        boolean isPreviewed,
        LastSeen lastSeen) {
    /** The most characters; clients before 1.11 write at most 100. */
    public static final int MAX_CHARS = 256;
}
