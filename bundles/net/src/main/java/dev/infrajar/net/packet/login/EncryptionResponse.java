// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

import dev.infrajar.net.wire.Bytes;

/**
 * The client's answer to {@link EncryptionRequest}.
 *
 * @param sharedSecret the key of the stream, encrypted with the public key
 * @param proof that it has received the verify token
 */
public record EncryptionResponse(Bytes sharedSecret, Proof proof) {
    /** How the client answers the verify token. */
    public sealed interface Proof {}

    /**
     * The token itself.
     *
     * @param encrypted with the public key
     */
    public record Token(Bytes encrypted) implements Proof {}

    /**
     * A signature over token and salt with the player's own key: 1.19 to 1.19.2 only, and only from clients that have one.
     *
     * @param salt chosen by the client
     * @param signature SHA256withRSA over the token, then the salt
     */
    public record Signed(long salt, Bytes signature) implements Proof {}
}
