// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * Decrypts the last bytes of every chunk and compares those with the round at this place. To decrypt all would take the driver
 * as long as encrypting takes the proxy; since a byte depends on the sixteen encrypted ones before it alone, any place can be
 * looked at, and since its place in the round depends on all bytes before it, none can be missing.
 */
final class SpotCheck implements StreamCheck {
    private static final int CHECKED_BYTES = 64;

    private final SharedSecret secret;
    private final ByteBuffer round;
    private final byte[] before = new byte[SharedSecret.BYTES];
    private final byte[] encrypted = new byte[CHECKED_BYTES];
    private long total;

    /**
     * Begins at the round's beginning.
     *
     * @param secret of the connection
     * @param round its readable bytes
     */
    SpotCheck(SharedSecret secret, ByteBuffer round) {
        this.secret = secret;
        this.round = round.slice();
    }

    @Override
    public void take(ByteBuffer chunk) throws IOException {
        int end = chunk.limit();
        total += chunk.remaining();
        if (chunk.remaining() >= SharedSecret.BYTES + CHECKED_BYTES) {
            chunk.get(end - CHECKED_BYTES - SharedSecret.BYTES, before);
            chunk.get(end - CHECKED_BYTES, encrypted);
            compare(decrypted());
        }
        chunk.position(end);
    }

    private byte[] decrypted() throws IOException {
        try {
            return secret.decryptorBehind(before).doFinal(encrypted);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot be decrypted", e);
        }
    }

    private void compare(byte[] plain) throws IOException {
        for (int i = 0; i < plain.length; i++) {
            long place = total - plain.length + i;
            if (plain[i] != round.get((int) (place % round.limit()))) {
                throw new IOException("the stream is wrong at byte " + place + ", or bytes before it are missing");
            }
        }
    }
}
