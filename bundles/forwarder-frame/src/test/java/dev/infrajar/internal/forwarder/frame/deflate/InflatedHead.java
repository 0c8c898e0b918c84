// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The first bytes of a stream, as the JDK's {@link Inflater} finds them when it is given one byte after the other.
 *
 * @param bytes five at most
 * @param needed for each, how many bytes of the stream it takes
 * @param isRefused whether there is damage behind them, or a preset dictionary, or the stream ends there
 */
record InflatedHead(List<Integer> bytes, List<Integer> needed, boolean isRefused) {
    static InflatedHead of(byte[] stream) {
        List<Integer> bytes = new ArrayList<>();
        List<Integer> needed = new ArrayList<>();
        boolean isRefused = false;
        try (Inflater inflater = new Inflater()) {
            byte[] out = new byte[StreamHead.MAX_BYTES];
            for (int i = 0; i < stream.length && bytes.size() < out.length && !isRefused; i++) {
                inflater.setInput(stream, i, 1);
                try {
                    int free = out.length - bytes.size();
                    int unused = inflater.inflate(out, bytes.size(), free);
                    assert unused <= free;
                    isRefused = inflater.finished() || inflater.needsDictionary();
                } catch (DataFormatException e) {
                    isRefused = true;
                }
                while (bytes.size() < inflater.getBytesWritten()) {
                    bytes.add(Byte.toUnsignedInt(out[bytes.size()]));
                    needed.add(i + 1);
                }
            }
        }
        return new InflatedHead(bytes, needed, isRefused);
    }

    /** Those that the first bytes of the stream give. */
    List<Integer> bytesOf(int streamBytes) {
        return bytes.subList(
                0, (int) needed.stream().filter(least -> least <= streamBytes).count());
    }
}
