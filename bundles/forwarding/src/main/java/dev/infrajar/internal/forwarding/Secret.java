// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.net.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proxy and backends share.
 *
 * @param text one line, not empty
 */
record Secret(String text) {
    private static final String HMAC = "HmacSHA256";

    /** HMAC-SHA256 (RFC 2104) of a message: 32 bytes. */
    Bytes sign(byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), HMAC));
            return Bytes.of(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }

    /** Nothing of it: secrets must not end up in logs. */
    @Override
    public String toString() {
        return "secret";
    }
}
