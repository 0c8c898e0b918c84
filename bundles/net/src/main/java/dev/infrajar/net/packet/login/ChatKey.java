// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

import dev.infrajar.net.wire.Bytes;
import java.time.Instant;

/**
 * The key that a player of 1.19 to 1.19.2 signs chat with, as the client says.
 *
 * @param expiresAt from when on it is not valid any more, to the millisecond
 * @param publicKey an RSA key in X.509 form (RFC 5280, SubjectPublicKeyInfo), at most {@value #MAX_KEY_BYTES} bytes
 * @param signature of the session server over the key, at most {@value #MAX_SIGNATURE_BYTES} bytes
 */
public record ChatKey(Instant expiresAt, Bytes publicKey, Bytes signature) {
    /** The most bytes of a key that vanilla servers read. */
    public static final int MAX_KEY_BYTES = 512;

    /** The most bytes of a signature that vanilla servers read. */
    public static final int MAX_SIGNATURE_BYTES = 4096;
}
