// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.net.packet.login.EncryptionRequest;
import dev.infrajar.net.packet.login.EncryptionResponse;
import dev.infrajar.net.wire.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key of a client's connection: AES in CFB mode with 8-bit feedback, as the protocol has it since 1.7. */
final class SharedSecret {
    /** Bytes of key, of initialisation vector, and of what a byte depends on. */
    static final int BYTES = 16;

    private final byte[] key;

    private SharedSecret(byte[] key) {
        this.key = key;
    }

    /** A new one. */
    static SharedSecret create() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new SharedSecret(key);
    }

    /** What the client answers. */
    EncryptionResponse answer(EncryptionRequest request) {
        try {
            PublicKey server = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(request.publicKey().toArray()));
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.ENCRYPT_MODE, server);
            return new EncryptionResponse(
                    Bytes.of(rsa.doFinal(key)),
                    new EncryptionResponse.Token(
                            Bytes.of(rsa.doFinal(request.verifyToken().toArray()))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the encryption request has no RSA key", e);
        }
    }

    /** Encrypts from the beginning of the connection on. */
    Cipher encryptor() {
        return cipher(Cipher.ENCRYPT_MODE, key);
    }

    /** Decrypts from the beginning of the connection on. */
    Cipher decryptor() {
        return cipher(Cipher.DECRYPT_MODE, key);
    }

    /** Decrypts from anywhere on: a byte depends on the {@value #BYTES} encrypted ones before it and on nothing else. */
    Cipher decryptorBehind(byte[] encrypted) {
        return cipher(Cipher.DECRYPT_MODE, encrypted);
    }

    private Cipher cipher(int mode, byte[] initialisationVector) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CFB8/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(initialisationVector));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/CFB8", e);
        }
    }
}
