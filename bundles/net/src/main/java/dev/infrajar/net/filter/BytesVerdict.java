// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.filter;

import io.netty.buffer.ByteBuf;

/** What becomes of bytes that a filter has been shown. */
public sealed interface BytesVerdict {
    /** They go on as they are. */
    BytesVerdict PASS = new Pass();

    /** They go on as they are. */
    record Pass() implements BytesVerdict {}

    /**
     * Others go on in their place; filters that come later see those.
     *
     * @param bytes the readable ones go on; empty: nothing does. It belongs to the proxy from now on, which may write to it and
     *     releases it: neither the view that was shown nor a slice of it that has not been retained
     */
    record Replace(ByteBuf bytes) implements BytesVerdict {
        /**
         * Checks that the buffer is alive.
         *
         * @throws IllegalArgumentException if it has been released already
         */
        public Replace {
            if (bytes.refCnt() == 0) {
                throw new IllegalArgumentException("the replacement has been released");
            }
        }
    }

    /**
     * They are dropped, and the connection is closed without a word.
     *
     * @param reason a few words for the console, which counts by them: no addresses and no names in it
     */
    record Close(String reason) implements BytesVerdict {}
}
