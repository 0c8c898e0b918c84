// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.nbt;

import dev.infrajar.net.wire.WireException;

/** The types of tags, in the order of their ids. */
public enum NbtType {
    /** The end of a compound; also the type of an empty list's elements. */
    END(0),
    /** 8 bits. */
    BYTE(1),
    /** 16 bits. */
    SHORT(2),
    /** 32 bits. */
    INT(3),
    /** 64 bits. */
    LONG(4),
    /** 32 bits, IEEE 754. */
    FLOAT(5),
    /** 64 bits, IEEE 754. */
    DOUBLE(6),
    /** An {@code int} count, then bytes. */
    BYTE_ARRAY(7),
    /** A 16-bit count of bytes, then modified UTF-8. */
    STRING(8),
    /** Tags of one type. */
    LIST(9),
    /** Tags with names. */
    COMPOUND(10),
    /** An {@code int} count, then 32 bits each. */
    INT_ARRAY(11),
    /** An {@code int} count, then 64 bits each. */
    LONG_ARRAY(12);

    private static final NbtType[] BY_ID = values();

    private final int id;

    NbtType(int id) {
        this.id = id;
    }

    /**
     * The number on the wire.
     *
     * @return 0..12
     */
    public int id() {
        return id;
    }

    /**
     * The type of an id.
     *
     * @param id any
     * @return the type
     * @throws WireException if there is none
     */
    static NbtType of(int id) {
        if (id < 0 || id >= BY_ID.length) {
            throw WireException.NBT_MALFORMED;
        }
        return BY_ID[id];
    }
}
