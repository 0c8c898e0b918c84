// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import java.io.Serial;

/** Somebody has crossed a limit. Preallocated and without a stack, as {@link dev.infrajar.net.wire.WireException}. */
@SuppressWarnings(
        "StaticAssignmentOfThrowable") // no stack trace, no suppressed exceptions: nothing in them can leak or go stale
final class LimitException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A frame is longer than the configuration allows. */
    static final LimitException FRAME = new LimitException("frame is longer than the limit");

    /** A frame is longer than one of a login may be. */
    static final LimitException LOGIN_FRAME = new LimitException("frame is longer than the limit for logins");

    /** A packet claims to be longer than allowed, or all of them together are for their time. */
    static final LimitException INFLATED =
            new LimitException("compressed packets claim more bytes than the limits allow");

    /** A plugin message has more data than allowed. */
    static final LimitException PLUGIN_MESSAGE = new LimitException("plugin message is longer than the limit");

    /** A packet was small enough for a frame of its own connection, and is too large for one of the other. */
    static final LimitException REFRAMED =
            new LimitException("packet does not fit into a frame of the other connection");

    /** A packet of the proxy's own, or of a plugin, cannot be framed: it is empty, malformed or too large. */
    static final LimitException INJECTED = new LimitException("a packet that was to be sent cannot be framed");

    /** So much of what the proxy and its plugins send waits for a peer that no more is kept. */
    static final LimitException UNREAD = new LimitException("does not read what it is sent");

    private LimitException(String message) {
        super(message, null, false, false);
    }
}
