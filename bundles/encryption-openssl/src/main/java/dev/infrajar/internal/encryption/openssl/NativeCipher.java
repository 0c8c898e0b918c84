// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.openssl;

import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.encryption.StreamCipher;
import io.netty.buffer.ByteBuf;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What both directions share: a context of the library, a little native memory, and buffers that are not native. */
abstract class NativeCipher implements StreamCipher {
    private static final long CLOSED = 0;

    private final Libcrypto library;
    private final Arena memory = Arena.ofShared();
    private final long written;
    private long context = CLOSED;

    NativeCipher(Libcrypto library) {
        this.library = library;
        this.written = memory.allocate(ValueLayout.JAVA_INT).address();
    }

    /** Called once, by the constructor of the direction. */
    final void start(byte[] secret, ContextMaker maker) {
        MemorySegment key = memory.allocate(EncryptionFactory.SECRET_BYTES);
        MemorySegment.copy(secret, 0, key, ValueLayout.JAVA_BYTE, 0, secret.length);
        context = maker.make(library, key.address());
        key.fill((byte) 0);
    }

    /** Makes the context of a direction from the address of the secret. */
    @FunctionalInterface
    interface ContextMaker {
        long make(Libcrypto library, long secret);
    }

    final Arena memory() {
        return memory;
    }

    final void encrypt(long in, int length, long out) {
        library.encrypt(context, in, length, out, written);
    }

    /** Replaces bytes at an address. */
    abstract void apply(long address, int length);

    @Override
    public final void apply(ByteBuf buffer) {
        if (buffer.hasMemoryAddress()) {
            apply(buffer.memoryAddress() + buffer.readerIndex(), buffer.readableBytes());
        } else if (buffer.isReadable()) {
            throughNativeMemory(buffer);
        }
    }

    private void throughNativeMemory(ByteBuf buffer) {
        ByteBuf copy = buffer.alloc().directBuffer(buffer.readableBytes());
        try {
            copy.writeBytes(buffer, buffer.readerIndex(), buffer.readableBytes());
            apply(copy);
            buffer.setBytes(buffer.readerIndex(), copy);
        } finally {
            copy.release();
        }
    }

    @Override
    public final void close() {
        if (context != CLOSED) {
            library.free(context);
            context = CLOSED;
            memory.close();
        }
    }
}
