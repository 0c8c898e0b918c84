// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.jdk;

import dev.infrajar.net.encryption.StreamCipher;
import io.netty.buffer.ByteBuf;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;

/** Encrypts byte after byte with the JDK's CFB mode, through two small arrays: on direct buffers it would make its own. */
final class SerialCipher implements StreamCipher {
    /** In bytes; small against the time that they take (some 50 MB/s), and against a session's memory. */
    private static final int STEP = 1024;

    private final Cipher cipher;
    private final byte[] in = new byte[STEP];
    private final byte[] out = new byte[STEP];

    SerialCipher(byte[] secret) {
        this.cipher = Aes.cfb8(secret);
    }

    @Override
    public void apply(ByteBuf buffer) {
        int end = buffer.writerIndex();
        for (int index = buffer.readerIndex(); index < end; index += STEP) {
            int length = Math.min(STEP, end - index);
            buffer.getBytes(index, in, 0, length);
            try {
                cipher.update(in, 0, length, out, 0);
            } catch (ShortBufferException e) {
                throw new IllegalStateException("a stream cipher gives as many bytes as it takes", e);
            }
            buffer.setBytes(index, out, 0, length);
        }
    }

    @Override
    public void close() {
        // The JDK's cipher holds no native state.
    }
}
