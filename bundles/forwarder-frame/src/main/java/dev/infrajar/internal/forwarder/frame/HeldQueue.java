// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The bytes behind a held packet, as they came. Bounded by the memory they keep, not by their number: a peer may send them one
 * by one. Event loop only.
 */
final class HeldQueue {
    /** Bytes: beyond these the source is not read. */
    private static final int MAX_BYTES = 256 * 1024;

    /** Bytes: what a buffer takes beside its contents, roughly. */
    private static final int BUFFER_BYTES = 128;

    private final ByteBufAllocator allocator;
    private final Deque<ByteBuf> chunks = new ArrayDeque<>(0);
    private long memoryBytes;
    private long bytes;

    HeldQueue(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /** Takes a chunk over. */
    void add(ByteBuf chunk) {
        chunks.addLast(counted(fitted(chunk)));
    }

    /** Takes over what is left of the chunk that was taken last. */
    void putBack(ByteBuf rest) {
        chunks.addFirst(counted(rest));
    }

    /** The oldest chunk, which is the caller's from now on. */
    @Nullable
    ByteBuf poll() {
        ByteBuf chunk = chunks.pollFirst();
        if (chunk != null) {
            memoryBytes -= memoryOf(chunk);
            bytes -= chunk.readableBytes();
        }
        return chunk;
    }

    boolean isEmpty() {
        return chunks.isEmpty();
    }

    boolean isFull() {
        return memoryBytes >= MAX_BYTES;
    }

    /** The bytes that wait. */
    long bytes() {
        return bytes;
    }

    void close() {
        chunks.forEach(ByteBuf::release);
        chunks.clear();
        memoryBytes = 0;
        bytes = 0;
    }

    /** A buffer that is mostly empty is not kept. */
    private ByteBuf fitted(ByteBuf chunk) {
        if (chunk.readableBytes() > chunk.capacity() / 2) {
            return chunk;
        }
        ByteBuf copy = allocator.directBuffer(chunk.readableBytes()).writeBytes(chunk);
        chunk.release();
        return copy;
    }

    private ByteBuf counted(ByteBuf chunk) {
        memoryBytes += memoryOf(chunk);
        bytes += chunk.readableBytes();
        return chunk;
    }

    private static long memoryOf(ByteBuf chunk) {
        return chunk.capacity() + (long) BUFFER_BYTES;
    }
}
