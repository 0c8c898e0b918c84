// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

import dev.infrajar.net.wire.Bytes;
import java.util.List;

/**
 * A command of the player. Since 1.19, in two packets since 1.20.5: one with signatures, one without.
 *
 * @param command without its slash, at most {@link ChatMessage#MAX_CHARS} characters; any number in the packet without signatures
 * @param timestampMillis when, by the client's clock; 0 in the packet without signatures
 * @param salt part of what is signed; 0 in the packet without signatures
 * @param signatures of the arguments that are signed; none from a client without a key
 * @param isPreviewed whether the preview is what was signed; 1.19 to 1.19.2 only
 * @param lastSeen what the client has read
 */
public record ChatCommand(
        String command,
        long timestampMillis,
        long salt,
        List<ArgumentSignature> signatures,
        boolean isPreviewed,
        LastSeen lastSeen) {
    /** Copies. */
    public ChatCommand {
        signatures = List.copyOf(signatures);
    }

    /**
     * The signature of one argument.
     *
     * @param argument its name in the command tree, at most 16 characters
     * @param signature the signature
     */
    public record ArgumentSignature(String argument, Bytes signature) {}
}
