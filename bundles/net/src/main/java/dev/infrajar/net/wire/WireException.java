// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.wire;

import java.io.Serial;

/** Bytes from a peer that are not what the protocol says. Preallocated and without a stack: hostile input is cheap. */
@SuppressWarnings(
        "StaticAssignmentOfThrowable") // no stack trace, no suppressed exceptions: nothing in them can leak or go stale
public final class WireException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A value ends behind the end of its packet. */
    public static final WireException TRUNCATED = new WireException("value ends behind the end of its packet");

    /** A VarInt has more than five bytes. */
    public static final WireException VARINT_TOO_LONG = new WireException("VarInt has more than five bytes");

    /** A string has more characters than its field allows. */
    public static final WireException STRING_TOO_LONG = new WireException("string is longer than its field allows");

    private WireException(String message) {
        super(message, null, false, false);
    }
}
