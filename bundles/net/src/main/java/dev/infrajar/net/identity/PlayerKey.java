// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.identity;

import dev.infrajar.net.wire.Bytes;
import java.time.Instant;

/**
 * The key with which a player signs chat, as a client of 1.19 to 1.19.2 has it in its login start; others send it later or
 * have none. It is what the client says: whoever relies on it checks Mojang's signature, as backends do.
 *
 * @param expiresAt from when on it is not valid any more
 * @param publicKey an RSA key in X.509 form (RFC 5280, SubjectPublicKeyInfo), at most {@value #MAX_KEY_BYTES} bytes
 * @param signature Mojang's, over the key, at most {@value #MAX_SIGNATURE_BYTES} bytes
 */
public record PlayerKey(Instant expiresAt, Bytes publicKey, Bytes signature) {
    /** The most bytes of a key that vanilla servers read. */
    public static final int MAX_KEY_BYTES = 512;

    /** The most bytes of a signature that vanilla servers read. */
    public static final int MAX_SIGNATURE_BYTES = 4096;
}
