// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import dev.infrajar.net.encryption.StreamCipher;

/**
 * The ciphers of one connection.
 *
 * @param decryptor for what the peer sends
 * @param encryptor for what is sent to the peer
 */
public record Ciphers(StreamCipher decryptor, StreamCipher encryptor) implements AutoCloseable {
    /** Frees both. A second call does nothing. */
    @Override
    public void close() {
        decryptor.close();
        encryptor.close();
    }
}
