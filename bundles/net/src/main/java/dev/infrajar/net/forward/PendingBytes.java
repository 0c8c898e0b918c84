// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.forward;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOutboundBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes in an outbound buffer. Netty's own total adds an overhead per entry, and a write that went through in
 * part does not lower it.
 */
final class PendingBytes implements ChannelOutboundBuffer.MessageProcessor {
    private long bytes;

    /** The bytes flushed and not yet taken by the socket; a channel whose output is closed has no buffer. */
    long of(@Nullable ChannelOutboundBuffer buffer) {
        bytes = 0;
        if (buffer != null) {
            visit(buffer);
        }
        return bytes;
    }

    @Override
    public boolean processMessage(Object message) {
        bytes += ((ByteBuf) message).readableBytes();
        return true;
    }

    private void visit(ChannelOutboundBuffer buffer) {
        try {
            buffer.forEachFlushedMessage(this);
        } catch (Exception e) {
            throw new IllegalStateException("counting does not throw", e);
        }
    }
}
