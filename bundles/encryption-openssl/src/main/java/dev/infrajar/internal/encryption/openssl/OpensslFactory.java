// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.openssl;

import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.StreamCipher;

/**
 * Makes ciphers of the C library.
 *
 * @param library the functions
 */
record OpensslFactory(Libcrypto library) implements EncryptionFactory {
    @Override
    public StreamCipher newEncryptor(byte[] secret) {
        return new SerialEncryptor(library, secret);
    }

    @Override
    public StreamCipher newDecryptor(byte[] secret) {
        return new ParallelDecryptor(library, secret);
    }
}
