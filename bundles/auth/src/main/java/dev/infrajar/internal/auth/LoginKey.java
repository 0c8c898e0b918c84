// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.wire.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Optional;
import javax.crypto.Cipher;

/** The key pair that clients encrypt their secrets for. Thread-safe. */
final class LoginKey {
    /** What the protocol has; longer keys are not accepted by all clients. The pair lives as long as the process. */
    private static final int BITS = 1024;

    private final PrivateKey privateKey;
    private final Bytes publicKey;

    private LoginKey(KeyPair pair) {
        this.privateKey = pair.getPrivate();
        this.publicKey = Bytes.of(pair.getPublic().getEncoded());
    }

    /** A new pair; takes some 10 to 200 ms of a processor. */
    static LoginKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new LoginKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** The public half in X.509 form. */
    Bytes publicKey() {
        return publicKey;
    }

    /** What a client has encrypted with PKCS#1 v1.5 padding; empty if it has not. */
    Optional<byte[]> decrypt(Bytes encrypted) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, privateKey);
            return Optional.of(cipher.doFinal(encrypted.toArray()));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }
}
