// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * A client's side of an encrypted connection, both directions as far as they have come. One thread.
 *
 * @param secret of the connection
 * @param encryptor behind all that has been sent
 * @param decryptor behind all that has been received in order
 */
record Encryption(SharedSecret secret, Cipher encryptor, Cipher decryptor) {
    /** At the beginning of the encrypted part. */
    static Encryption begin(SharedSecret secret) {
        return new Encryption(secret, secret.encryptor(), secret.decryptor());
    }

    /** Puts what is to be sent for the readable bytes into a cleared buffer, ready to be read. */
    void encrypt(ByteBuffer plain, ByteBuffer sent) {
        apply(encryptor, plain, sent);
    }

    /** Puts what was received into a cleared buffer, decrypted and ready to be read. */
    void decrypt(ByteBuffer received, ByteBuffer plain) {
        apply(decryptor, received, plain);
    }

    private static void apply(Cipher cipher, ByteBuffer in, ByteBuffer out) {
        try {
            cipher.update(in, out.clear());
            out.flip();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a stream cipher needs as much room as it is given", e);
        }
    }
}
