// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.openssl;

/** Encrypts with the library's CFB mode, in place. */
final class SerialEncryptor extends NativeCipher {
    SerialEncryptor(Libcrypto library, byte[] secret) {
        super(library);
        start(secret, (functions, key) -> functions.newCfb8(key, key));
    }

    @Override
    void apply(long address, int length) {
        if (length > 0) {
            encrypt(address, length, address);
        }
    }
}
