// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.openssl;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Decrypts many bytes at once: for each of them the sixteen encrypted bytes before it are laid out as one block, all blocks
 * are encrypted in one call, which the processor works on eight at a time, and their first bytes are the key stream.
 */
final class ParallelDecryptor extends NativeCipher {
    /** The block of AES, in bytes. */
    private static final int BLOCK = 16;

    /** Bytes decrypted in one call; sixteen times as many are encrypted for them. */
    private static final int STEP = 256;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    /** All of the process, so that an address needs no segment of its own: that would be an object for each packet. */
    private static final MemorySegment MEMORY = wholeMemory();

    /** The sixteen encrypted bytes before the next ones, then room for those. */
    private final MemorySegment encrypted = memory().allocate(BLOCK + STEP);

    private final MemorySegment windows = memory().allocate((long) BLOCK * STEP, BLOCK);

    ParallelDecryptor(Libcrypto library, byte[] secret) {
        super(library);
        MemorySegment.copy(secret, 0, encrypted, BYTE, 0, BLOCK);
        start(secret, Libcrypto::newBlocks);
    }

    @Override
    void apply(long address, int length) {
        for (int index = 0; index < length; index += STEP) {
            decrypt(address + index, Math.min(STEP, length - index));
        }
    }

    private void decrypt(long address, int length) {
        MemorySegment.copy(MEMORY, address, encrypted, BLOCK, length);
        for (int i = 0; i < length; i++) {
            windows.set(LONG, (long) i * BLOCK, encrypted.get(LONG, i));
            windows.set(LONG, (long) i * BLOCK + Long.BYTES, encrypted.get(LONG, i + (long) Long.BYTES));
        }
        encrypt(windows.address(), length * BLOCK, windows.address());
        for (int i = 0; i < length; i++) {
            byte key = windows.get(BYTE, (long) i * BLOCK);
            MEMORY.set(BYTE, address + i, (byte) (encrypted.get(BYTE, (long) BLOCK + i) ^ key));
        }
        MemorySegment.copy(encrypted, length, encrypted, 0, BLOCK);
    }

    @SuppressWarnings("restricted") // only addresses of buffers that the caller holds are used
    private static MemorySegment wholeMemory() {
        return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    }
}
