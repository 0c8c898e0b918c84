// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.wire;

import io.netty.buffer.ByteBuf;

/**
 * Frames: a VarInt of at most three bytes with the length of the body, then the body. Nothing here allocates or moves a
 * reader index; a frame is described by an {@code int}, its <em>header</em>.
 *
 * <pre>
 *   no compression yet     │ length │ packet id │ fields ...                      │
 *   compression, below     │ length │     0     │ packet id │ fields ...          │
 *   compression, above     │ length │ data size │ zlib( packet id │ fields ... )  │
 *                          ╰ header ╯╰─────────────── body ───────────────────────╯
 * </pre>
 *
 * <p>A length may be padded with zeros to three bytes, as every client's decoder accepts: who writes a frame of unknown
 * length reserves three bytes and moves nothing. An empty frame holds no packet and is refused.
 */
public final class Frames {
    /** The most bytes of a body: 21 bits. */
    public static final int MAX_BODY_BYTES = (1 << 21) - 1;

    /** The most bytes of a length. */
    public static final int MAX_HEADER_BYTES = 3;

    /** Instead of a header: not all of its bytes have arrived. */
    public static final int INCOMPLETE = 0;

    /** The data size of a packet that is not compressed although its connection compresses. */
    public static final int NOT_COMPRESSED = 0;

    private static final int SIZE_SHIFT = 21;

    private Frames() {}

    /**
     * Finds the header of the frame at an index.
     *
     * @param in its indexes do not move
     * @param index where the frame begins
     * @param end behind the last byte that has arrived, at most the writer index
     * @return {@link #INCOMPLETE}, or the header for {@link #headerBytes}, {@link #bodyBytes} and {@link #frameBytes}; the
     *     body may still be on its way
     * @throws WireException if the length is 0 or has more than three bytes
     */
    public static int header(ByteBuf in, int index, int end) {
        int available = end - index;
        if (available > MAX_HEADER_BYTES) {
            return headerOf(in.getIntLE(index));
        }
        int bytes = 0;
        for (int i = 0; i < available; i++) {
            byte next = in.getByte(index + i);
            bytes |= (next & 0xFF) << (i * Byte.SIZE);
            if (next >= 0) {
                return headerOf(bytes);
            }
        }
        return available < MAX_HEADER_BYTES ? INCOMPLETE : headerOf(bytes);
    }

    /** The header in the three lowest bytes, the first byte lowest; all that belong to it are there. */
    private static int headerOf(int bytes) {
        int low = bytes & 0x7F;
        if ((bytes & 0x80) == 0) {
            return header(low, 1);
        }
        int middle = low | (bytes >>> 1 & 0x3F80);
        if ((bytes & 0x8000) == 0) {
            return header(middle, 2);
        }
        if ((bytes & 0x80_0000) != 0) {
            throw WireException.FRAME_TOO_LONG;
        }
        return header(middle | (bytes >>> 2 & 0x1F_C000), MAX_HEADER_BYTES);
    }

    private static int header(int bodyBytes, int headerBytes) {
        if (bodyBytes == 0) {
            throw WireException.EMPTY_FRAME;
        }
        return headerBytes << SIZE_SHIFT | bodyBytes;
    }

    /**
     * The length of a frame's length, padding included.
     *
     * @param header what {@link #header} gave
     * @return bytes, 1..3
     */
    public static int headerBytes(int header) {
        return header >>> SIZE_SHIFT;
    }

    /**
     * The length of a frame's body.
     *
     * @param header what {@link #header} gave
     * @return bytes, 1..{@link #MAX_BODY_BYTES}
     */
    public static int bodyBytes(int header) {
        return header & MAX_BODY_BYTES;
    }

    /**
     * The length of the whole frame.
     *
     * @param header what {@link #header} gave
     * @return bytes, 2 or more
     */
    public static int frameBytes(int header) {
        return headerBytes(header) + bodyBytes(header);
    }

    /**
     * The packet id of a frame whose packet is not compressed, on a connection that does not compress.
     *
     * @param in its indexes do not move; it holds the whole frame
     * @param index where the frame begins
     * @param header the frame's header
     * @return any number; ids that no table has are possible
     * @throws WireException if the id does not end within the frame
     */
    public static int packetId(ByteBuf in, int index, int header) {
        int body = index + headerBytes(header);
        // All ids so far take one or two bytes (the newest tables have 141 packets); most take one.
        byte first = in.getByte(body);
        return first >= 0 ? first : VarInts.peekedValue(VarInts.peek(in, body, body + bodyBytes(header)));
    }

    /**
     * The data size at the beginning of a body, on a connection that compresses.
     *
     * @param in its indexes do not move; it holds the whole frame
     * @param index where the frame begins
     * @param header the frame's header
     * @return as {@link VarInts#peek}: {@link #NOT_COMPRESSED}, or how many bytes the packet has when inflated, as its
     *     sender claims: any number
     * @throws WireException if the data size does not end within the frame
     */
    public static long dataSize(ByteBuf in, int index, int header) {
        int body = index + headerBytes(header);
        return VarInts.peek(in, body, body + bodyBytes(header));
    }

    /**
     * Whether a body can be framed at all.
     *
     * @param bodyBytes any
     * @return whether its length fits into three bytes and is not 0
     */
    public static boolean fits(long bodyBytes) {
        return bodyBytes > 0 && bodyBytes <= MAX_BODY_BYTES;
    }

    /**
     * Writes the length of a body that is about to be written, in its shortest form.
     *
     * @param out grows by 1..3 bytes
     * @param bodyBytes bytes
     * @throws IllegalArgumentException if such a body does not fit into a frame
     */
    public static void writeHeader(ByteBuf out, int bodyBytes) {
        checkFits(bodyBytes);
        VarInts.write(out, bodyBytes);
    }

    /**
     * Begins a frame whose length is not known yet. The body is written next, then {@link #end}.
     *
     * @param out grows by three bytes
     * @return where the frame begins, for {@link #end}
     */
    public static int begin(ByteBuf out) {
        int start = out.writerIndex();
        out.writeZero(MAX_HEADER_BYTES);
        return start;
    }

    /**
     * Ends a frame: fills in its length, padded to three bytes.
     *
     * @param out holds the frame and nothing behind it
     * @param start what {@link #begin} gave
     * @throws IllegalArgumentException if the body does not fit into a frame; the frame is taken back then
     */
    public static void end(ByteBuf out, int start) {
        int bodyBytes = out.writerIndex() - start - MAX_HEADER_BYTES;
        if (!fits(bodyBytes)) {
            out.writerIndex(start);
        }
        checkFits(bodyBytes);
        int padded = 0x8080 | (bodyBytes & 0x7F) | (bodyBytes << 1 & 0x7F00) | (bodyBytes << 2 & 0x7F_0000);
        out.setMediumLE(start, padded);
    }

    private static void checkFits(int bodyBytes) {
        if (!fits(bodyBytes)) {
            throw new IllegalArgumentException("a frame has 1 to " + MAX_BODY_BYTES + " bytes, this one " + bodyBytes);
        }
    }
}
