// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.packet.login.ChatKey;
import dev.infrajar.net.packet.login.EncryptionResponse.Proof;
import dev.infrajar.net.packet.login.EncryptionResponse.Signed;
import dev.infrajar.net.packet.login.EncryptionResponse.Token;
import dev.infrajar.net.wire.Bytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/**
 * What a client has to give back, to prove that it has read this encryption request.
 *
 * @param bytes random
 */
record VerifyToken(Bytes bytes) {
    private static final int LENGTH = 4;

    static VerifyToken next(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new VerifyToken(Bytes.of(bytes));
    }

    /**
     * Whether the client has given it back.
     *
     * @param proof the client's
     * @param loginKey whose public half the client has used
     * @param playerKey the client's own, if it has shown one
     */
    boolean isProvedBy(Proof proof, LoginKey loginKey, Optional<ChatKey> playerKey) {
        return switch (proof) {
            case Token(Bytes encrypted) -> isIn(loginKey.decrypt(encrypted));
            case Signed signed -> isSignedWith(playerKey, signed);
        };
    }

    private boolean isIn(Optional<byte[]> given) {
        return given.isPresent() && MessageDigest.isEqual(given.get(), bytes.toArray());
    }

    private boolean isSignedWith(Optional<ChatKey> key, Signed signed) {
        return key.isPresent() && isSignedWith(key.get(), signed);
    }

    private boolean isSignedWith(ChatKey key, Signed signed) {
        try {
            PublicKey publicKey = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(key.publicKey().toArray()));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(publicKey);
            signature.update(bytes.toArray());
            signature.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(signed.salt()).flip());
            return signature.verify(signed.signature().toArray());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
