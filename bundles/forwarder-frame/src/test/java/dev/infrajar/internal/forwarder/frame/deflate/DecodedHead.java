// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/**
 * The first bytes of a stream, as {@link StreamHead} finds them.
 *
 * @param bytes five at most
 * @param end why there are no more: one of its constants; 0 if there are five
 */
record DecodedHead(List<Integer> bytes, int end) {
    static DecodedHead of(StreamHead head, byte[] stream, int length) {
        List<Integer> bytes = new ArrayList<>();
        head.begin(Unpooled.wrappedBuffer(stream), 0, length);
        for (int i = 0; i < StreamHead.MAX_BYTES; i++) {
            int value = head.next();
            if (value < 0) {
                return new DecodedHead(bytes, value);
            }
            bytes.add(value);
        }
        return new DecodedHead(bytes, 0);
    }
}
