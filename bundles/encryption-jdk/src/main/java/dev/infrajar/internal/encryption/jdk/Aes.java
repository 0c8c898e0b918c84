// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.jdk;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The JDK's ciphers with 128-bit keys, which every JDK has. */
final class Aes {
    /** The block of AES, in bytes. */
    static final int BLOCK = 16;

    private static final String AES = "AES";

    private Aes() {}

    /** Encrypts in CFB mode with 8-bit feedback; the secret is key and initialisation vector. */
    static Cipher cfb8(byte[] secret) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CFB8/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, AES), new IvParameterSpec(secret));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no AES in CFB mode", e);
        }
    }

    /** Encrypts blocks, each for itself. */
    static Cipher blocks(byte[] secret) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, AES));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no AES", e);
        }
    }
}
