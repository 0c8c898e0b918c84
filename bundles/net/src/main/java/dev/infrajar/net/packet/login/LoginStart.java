// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

import dev.infrajar.net.wire.Bytes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The client says who it is: the first packet of the login phase.
 *
 * @param name 1..16 characters
 * @param uuid since 1.19.1, and needed since 1.20.2; left out before
 * @param key of 1.19 to 1.19.2, from clients that have one; left out by others
 */
public record LoginStart(String name, Optional<UUID> uuid, Optional<Key> key) {
    /**
     * The key that a player signs chat with.
     *
     * @param expiresAt from when on it is not valid any more, to the millisecond
     * @param publicKey an RSA key in X.509 form (RFC 5280, SubjectPublicKeyInfo), at most {@value #MAX_KEY_BYTES} bytes
     * @param signature of the session server over the key, at most {@value #MAX_SIGNATURE_BYTES} bytes
     */
    public record Key(Instant expiresAt, Bytes publicKey, Bytes signature) {
        /** The most bytes of a key that vanilla servers read. */
        public static final int MAX_KEY_BYTES = 512;

        /** The most bytes of a signature that vanilla servers read. */
        public static final int MAX_SIGNATURE_BYTES = 4096;
    }
}
