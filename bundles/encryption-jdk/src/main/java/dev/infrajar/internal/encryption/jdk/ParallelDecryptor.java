// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.jdk;

import dev.infrajar.net.encryption.StreamCipher;
import io.netty.buffer.ByteBuf;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;

/**
 * Decrypts many bytes at once: for each of them the sixteen encrypted bytes before it are laid out as one block, all blocks
 * are encrypted in one call, which the processor works on several at a time, and their first bytes are the key stream. Six
 * times as fast as the JDK's own CFB mode, which goes byte after byte.
 */
final class ParallelDecryptor implements StreamCipher {
    /** Bytes decrypted in one call; sixteen times as many are encrypted for them. */
    private static final int STEP = 256;

    private final Cipher blocks;

    /** The sixteen encrypted bytes before the next ones, then room for those. */
    private final byte[] encrypted = new byte[Aes.BLOCK + STEP];

    private final byte[] windows = new byte[Aes.BLOCK * STEP];
    private final byte[] keyStream = new byte[Aes.BLOCK * STEP];

    ParallelDecryptor(byte[] secret) {
        this.blocks = Aes.blocks(secret);
        System.arraycopy(secret, 0, encrypted, 0, Aes.BLOCK);
    }

    @Override
    public void apply(ByteBuf buffer) {
        int end = buffer.writerIndex();
        for (int index = buffer.readerIndex(); index < end; index += STEP) {
            decrypt(buffer, index, Math.min(STEP, end - index));
        }
    }

    private void decrypt(ByteBuf buffer, int index, int length) {
        buffer.getBytes(index, encrypted, Aes.BLOCK, length);
        for (int i = 0; i < length; i++) {
            System.arraycopy(encrypted, i, windows, i * Aes.BLOCK, Aes.BLOCK);
        }
        encryptWindows(length);
        for (int i = 0; i < length; i++) {
            buffer.setByte(index + i, encrypted[Aes.BLOCK + i] ^ keyStream[i * Aes.BLOCK]);
        }
        System.arraycopy(encrypted, length, encrypted, 0, Aes.BLOCK);
    }

    private void encryptWindows(int count) {
        try {
            blocks.update(windows, 0, count * Aes.BLOCK, keyStream, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("blocks are as long encrypted as plain", e);
        }
    }

    @Override
    public void close() {
        // The JDK's cipher holds no native state.
    }
}
