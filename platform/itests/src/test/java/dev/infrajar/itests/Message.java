// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/**
 * A plugin message with a number, whose contents follow from the number.
 *
 * @param number of its direction, from 0; {@link #QUESTION} for one beside the row
 * @param mark 0 as it is sent; a plugin may leave another
 */
record Message(long number, int mark) {
    /** The number of a message that plugins of some tests think about for long. */
    static final long QUESTION = -1;

    /** Where the mark stands among the fields. */
    static final int MARK_AT = 15;

    /** Where the number stands among the fields. */
    static final int NUMBER_AT = MARK_AT + 1;

    private static final String CHANNEL = "infrajar:itest";
    private static final int MAX_CONTENT_BYTES = 3000;

    byte[] fields() {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        PacketSocket.writeString(fields, CHANNEL);
        fields.write(mark);
        fields.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).flip().array());
        fields.writeBytes(content());
        return fields.toByteArray();
    }

    /** Random lengths on both sides of any threshold; half of it can be compressed. */
    private byte[] content() {
        Random random = new Random(number);
        byte[] content = new byte[random.nextInt(MAX_CONTENT_BYTES)];
        byte[] half = new byte[content.length / 2];
        random.nextBytes(half);
        System.arraycopy(half, 0, content, 0, half.length);
        return content;
    }

    /** Reads one and checks each byte of it but the mark. */
    static Message read(byte[] fields) throws IOException {
        Message read =
                new Message(ByteBuffer.wrap(fields, NUMBER_AT, Long.BYTES).getLong(), fields[MARK_AT]);
        if (!Arrays.equals(fields, read.fields())) {
            throw new IOException("message " + read.number() + " has come changed");
        }
        return read;
    }
}
