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

    /** A frame's length takes more than three bytes. */
    public static final WireException FRAME_TOO_LONG = new WireException("frame is longer than 2097151 bytes");

    /** A frame without a byte in it: no packet, not even an id. */
    public static final WireException EMPTY_FRAME = new WireException("frame is empty");

    /** An array has more bytes or elements than its field allows, or fewer than none. */
    public static final WireException ARRAY_TOO_LONG = new WireException("array is longer than its field allows");

    /** A field has a value that the protocol does not know. */
    public static final WireException UNKNOWN_VALUE =
            new WireException("field has a value that the protocol does not know");

    /** A text is not what its encoding says: bad UTF-8, JSON or tags. */
    public static final WireException MALFORMED_TEXT = new WireException("text is malformed");

    /** Tags are nested deeper than allowed. */
    public static final WireException NBT_TOO_DEEP = new WireException("NBT is nested too deep");

    /** Tags would take more memory than allowed. */
    public static final WireException NBT_TOO_LARGE = new WireException("NBT is too large");

    /** A tag of a type that there is not, or where it must not be. */
    public static final WireException NBT_MALFORMED = new WireException("NBT is malformed");

    /** Compressed data that is damaged, or does not hold as many bytes as was said. */
    public static final WireException BAD_COMPRESSION =
            new WireException("compressed data is damaged or not as long as it says");

    /**
     * Whether it is a limit that was crossed: of memory or nesting, not of what the protocol can say. Too long a string is none:
     * mods send longer ones than vanilla reads, and they cost no more than their bytes.
     *
     * @return {@code true} where nobody should read on
     */
    public boolean isLimit() {
        return this == ARRAY_TOO_LONG || this == NBT_TOO_DEEP || this == NBT_TOO_LARGE;
    }

    private WireException(String message) {
        super(message, null, false, false);
    }
}
