// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.StreamCipher;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * How fast a library is on this machine.
 *
 * @param encrypt nanoseconds for a byte
 * @param decrypt nanoseconds for a byte
 */
record CipherSpeed(double encrypt, double decrypt) {
    /** That of a library that could not be tried: any other is faster. */
    static final CipherSpeed UNUSABLE = new CipherSpeed(Double.MAX_VALUE, Double.MAX_VALUE);

    /** How long each direction is tried; the compiler needs most of it. */
    private static final long TRIAL_NANOS = 60_000_000;

    /** The bytes that are timed at once: a few hundredths of a millisecond, so that most are not interrupted. */
    private static final int SLICE = 4096;

    /** Tries both directions. Takes 120 ms of a processor. */
    static CipherSpeed measure(EncryptionFactory factory) {
        byte[] secret = new byte[EncryptionFactory.SECRET_BYTES];
        return new CipherSpeed(fastest(factory.newEncryptor(secret)), fastest(factory.newDecryptor(secret)));
    }

    /** The fastest slice: what other threads and the warm-up cost is in the slower ones. */
    private static double fastest(StreamCipher cipher) {
        ByteBuf buffer = Unpooled.directBuffer(SLICE).writeZero(SLICE);
        try (cipher) {
            long best = Long.MAX_VALUE;
            long begin = System.nanoTime();
            long now = begin;
            while (now - begin < TRIAL_NANOS) {
                cipher.apply(buffer);
                long after = System.nanoTime();
                best = Math.min(best, after - now);
                now = after;
            }
            return (double) best / SLICE;
        } finally {
            buffer.release();
        }
    }
}
