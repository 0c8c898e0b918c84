// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.player;

import java.nio.ByteBuffer;

/** The answer to {@link PlayerClient#requestCookie}. */
public sealed interface CookieReply {
    /**
     * The client has it.
     *
     * @param bytes what was stored; read-only
     */
    record Found(ByteBuffer bytes) implements CookieReply {
        /** Takes a view. */
        public Found {
            bytes = bytes.asReadOnlyBuffer();
        }

        /**
         * A view with a position of its own.
         *
         * @return read-only, big-endian
         */
        @Override
        public ByteBuffer bytes() {
            return bytes.asReadOnlyBuffer();
        }
    }

    /** The client has nothing under that key. */
    record Missing() implements CookieReply {}

    /** The client has not answered in time. */
    record NoAnswer() implements CookieReply {}

    /**
     * The client was not asked.
     *
     * @param why never {@link Delivery#SENT}
     */
    record NotAsked(Delivery why) implements CookieReply {}
}
