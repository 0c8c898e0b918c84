// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;

/** Finds the login start behind a handshake. */
public final class LoginStartDecoder {
    /** The most bytes a client may have sent before its login is accepted. */
    public static final int MAX_LOGIN_BYTES = 64 * 1024;

    private LoginStartDecoder() {}

    /** What has arrived so far. */
    public sealed interface Result {
        /** More bytes are needed. */
        record Incomplete() implements Result {}

        /**
         * The packet is there.
         *
         * @param login what it says
         * @param bytes its length on the wire; the reader index has not moved
         */
        record Complete(LoginStart login, int bytes) implements Result {}

        /**
         * Something no client sends.
         *
         * @param reason one line for logs
         */
        record Malformed(String reason) implements Result {}
    }

    /**
     * Looks at what has arrived behind the handshake.
     *
     * @param in the bytes; none is taken, because they are relayed
     * @param protocol the number in the handshake
     * @return what it is, or that it cannot be told yet
     */
    public static Result decode(ByteBuf in, int protocol) {
        int length = FrameLength.peek(in);
        if (length == FrameLength.INCOMPLETE) {
            return new Result.Incomplete();
        }
        if (length <= 0 || length > MAX_LOGIN_BYTES - FrameLength.MAX_BYTES) {
            return new Result.Malformed("login start of invalid length");
        }
        int header = FrameLength.sizeOf(in);
        if (in.readableBytes() < header + length) {
            return new Result.Incomplete();
        }
        try {
            ByteBuf frame = in.slice(in.readerIndex() + header, length);
            return new Result.Complete(LoginStart.read(frame, protocol), header + length);
        } catch (WireException | IllegalArgumentException e) {
            return new Result.Malformed(String.valueOf(e.getMessage()));
        }
    }
}
