// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What client and proxy both tell the session server: nobody between them can have the same. */
final class ServerHash {
    private ServerHash() {}

    /**
     * SHA-1 over the parts, as a signed number in hexadecimal digits without leading zeros: what Minecraft has always
     * written.
     *
     * @param serverId of the encryption request, ASCII
     * @param secret the stream's key
     * @param publicKey of the encryption request
     */
    static String of(String serverId, byte[] secret, byte[] publicKey) {
        MessageDigest digest = sha1();
        digest.update(serverId.getBytes(StandardCharsets.US_ASCII));
        digest.update(secret);
        digest.update(publicKey);
        return new BigInteger(digest.digest()).toString(16);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
