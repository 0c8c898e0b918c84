// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

/** Why a conversation ends, in words for logs. What is malformed has the words of {@code WireException}. */
final class Reasons {
    static final String SILENT = "no packet in time";
    static final String UNREAD = "what was sent was not read in time";
    static final String CLOSED = "the connection was closed";
    static final String BROKEN = "the connection broke";
    static final String TOO_LARGE = "a packet was larger than allowed";
    static final String TOO_MANY_BYTES = "more bytes were sent ahead than allowed";
    static final String INTERRUPTED = "interrupted";

    private Reasons() {}
}
