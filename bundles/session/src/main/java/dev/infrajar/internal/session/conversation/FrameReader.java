// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.compression.Decompressor;
import dev.infrajar.net.encryption.StreamCipher;
import dev.infrajar.net.packet.InflateBudget;
import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * What a peer has sent behind the last packet: decrypted as far as it has come, cut into frames one at a time. Event loop only.
 */
final class FrameReader {
    private static final Cut TOO_LARGE = new Cut.Broken(Rejection.LARGE_PACKET, Reasons.TOO_LARGE);

    private final ConversationTerms terms;
    private final InflateBudget budget;
    private ByteBuf received;
    private int maxFrameBytes;
    private @Nullable StreamCipher decryptor;
    private @Nullable Decompressor decompressor;
    private boolean isCompressing;
    private boolean isClosed;

    /** Begins with bytes that came earlier, and owns them from now on. */
    FrameReader(ConversationTerms terms, ByteBuf received, long nowNanos) {
        this.terms = terms;
        this.budget = new InflateBudget(terms.inflated(), nowNanos);
        this.received = received;
        this.maxFrameBytes = terms.frameBytes();
    }

    /** Adds bytes, and owns them from now on. */
    void append(ByteBuf more) {
        if (decryptor != null) {
            decryptor.apply(more);
        }
        if (!received.isReadable()) {
            received.release();
            received = more;
            return;
        }
        if (!received.isWritable(more.readableBytes())) {
            ByteBuf roomy = more.alloc().buffer(2 * (received.readableBytes() + more.readableBytes()));
            roomy.writeBytes(received);
            received.release();
            received = roomy;
        }
        received.writeBytes(more);
        more.release();
    }

    /** The most bytes of the body of the next frame. */
    int maxFrameBytes() {
        return maxFrameBytes;
    }

    /** Whether what comes next is an answer for somebody else. */
    void expectAnswer(boolean isAnswer) {
        maxFrameBytes = isAnswer ? terms.answerBytes() : terms.frameBytes();
    }

    int receivedBytes() {
        return received.readableBytes();
    }

    /** All behind the last packet is encrypted, what has come already too. */
    void decrypt(StreamCipher cipher) {
        decryptor = cipher;
        if (received.isReadable()) {
            cipher.apply(received);
        }
    }

    /** Whether all behind the last packet is framed for compression. */
    void inflate(boolean isCompressing) {
        this.isCompressing = isCompressing;
    }

    /** The next packet, if all of it is here. Nothing more may be asked for behind one that is broken. */
    Cut next(long nowNanos) {
        try {
            return cut(nowNanos);
        } catch (WireException e) {
            return new Cut.Broken(Rejection.MALFORMED_PACKET, String.valueOf(e.getMessage()));
        }
    }

    private Cut cut(long nowNanos) {
        int header = Frames.header(received, received.readerIndex(), received.writerIndex());
        if (header == Frames.INCOMPLETE) {
            return Cut.INCOMPLETE;
        }
        if (Frames.bodyBytes(header) > maxFrameBytes) {
            return TOO_LARGE;
        }
        if (received.readableBytes() < Frames.frameBytes(header)) {
            return Cut.INCOMPLETE;
        }
        received.skipBytes(Frames.headerBytes(header));
        ByteBuf body = received.readSlice(Frames.bodyBytes(header));
        return isCompressing ? inflated(body, nowNanos) : copied(body);
    }

    private Cut inflated(ByteBuf body, long nowNanos) {
        int size = VarInts.read(body);
        if (size == Frames.NOT_COMPRESSED) {
            return copied(body);
        }
        if (!budget.take(size, nowNanos)) {
            return TOO_LARGE;
        }
        if (isClosed) {
            return new Cut.Broken(Rejection.CONNECTION_ERROR, Reasons.CLOSED);
        }
        ByteBuf packet = Unpooled.buffer(size, size);
        decompressor().decompress(body, size, packet);
        return new Cut.Packet(packet);
    }

    private static Cut copied(ByteBuf body) {
        return new Cut.Packet(Unpooled.copiedBuffer(body));
    }

    private Decompressor decompressor() {
        if (decompressor == null) {
            decompressor = terms.compression().newDecompressor();
        }
        return decompressor;
    }

    /** Gives what is left to the caller, who releases it. */
    ByteBuf take() {
        ByteBuf rest = received;
        received = Unpooled.EMPTY_BUFFER;
        return rest;
    }

    /**
     * Frees all that needs to be freed; a second call does nothing. What was received can still be cut, as far as it is not
     * compressed: a backend says why it closes.
     */
    void close() {
        ByteBuf rest = take();
        received = Unpooled.copiedBuffer(rest);
        rest.release();
        isClosed = true;
        decryptor = null;
        if (decompressor != null) {
            decompressor.close();
            decompressor = null;
        }
    }
}
