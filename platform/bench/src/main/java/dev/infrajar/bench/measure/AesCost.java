// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.proc.RegisteredServices;
import dev.infrajar.internal.encryption.jdk.JdkEncryptionFactory;
import dev.infrajar.internal.encryption.openssl.OpensslComponent;
import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.EncryptionKind;
import dev.infrajar.net.encryption.StreamCipher;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;

/**
 * What it takes to encrypt bytes and nothing else, by the fastest of the libraries that the proxy knows.
 *
 * @param library its name
 * @param factory makes its ciphers
 */
record AesCost(String library, EncryptionFactory factory) {
    private static final Duration SEARCH = Duration.ofSeconds(10);
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final long TRIAL_BYTES = 20_000_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Tries all; takes a second or two. */
    static AesCost ofFastest() {
        AesCost jdk = new AesCost(EncryptionKind.JDK, new JdkEncryptionFactory());
        Optional<AesCost> openssl = RegisteredServices.first(
                        EncryptionFactory.class, SEARCH, context -> new OpensslComponent(context))
                .map(factory -> new AesCost(EncryptionKind.OPENSSL, factory));
        return openssl.filter(other -> other.trial() < jdk.trial()).orElse(jdk);
    }

    /** CPU time of this thread for so many bytes. */
    double seconds(long bytes) {
        ByteBuf chunk = Unpooled.directBuffer(CHUNK_BYTES).writeZero(CHUNK_BYTES);
        try (StreamCipher cipher = factory.newEncryptor(new byte[EncryptionFactory.SECRET_BYTES])) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (long rest = bytes; rest > 0; rest -= CHUNK_BYTES) {
                cipher.apply(chunk);
            }
            return (THREADS.getCurrentThreadCpuTime() - start) / NANOS_PER_SECOND;
        } finally {
            chunk.release();
        }
    }

    /** The first time is for the compiler. */
    private double trial() {
        seconds(TRIAL_BYTES);
        return seconds(TRIAL_BYTES);
    }
}
