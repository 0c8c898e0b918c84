// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import java.nio.ByteBuffer;
import java.util.Random;

/** Random bytes in the shape of frames, block by block. No packet in them means anything. */
final class FrameBlocks {
    /** As many bytes as a large read. */
    static final int BLOCK_BYTES = 256 * 1024;

    /** The most bytes of a frame whose length takes one byte. */
    private static final int SHORT_FRAME_BYTES = 128;

    private static final int LENGTH_BYTES = 3;
    private static final int SMALLEST_FRAME_BYTES = 2;

    /** The sizes of frames, in bytes: most are small, one in a hundred is larger than anybody gathers. */
    private static final int[] LARGEST_FRAME_BYTES = {24, 100, 600, 7_000, 40_000, 130_000};

    private static final int[] PERCENT_UP_TO = {50, 75, 85, 95, 99, 100};

    private final Random random;
    private final ByteBuffer fullBlock = ByteBuffer.allocateDirect(BLOCK_BYTES);
    private long left;
    private long number;

    /** Blocks of so many bytes together, at least 2. */
    FrameBlocks(long bytes) {
        if (bytes < SMALLEST_FRAME_BYTES) {
            throw new IllegalArgumentException("no frame has " + bytes + " bytes");
        }
        this.random = new Random(bytes);
        this.left = bytes;
        if (bytes >= BLOCK_BYTES) {
            fill(fullBlock);
        }
    }

    /** One frame of so many bytes, at least 4. */
    static ByteBuffer oneFrame(int bytes) {
        ByteBuffer frame = ByteBuffer.allocateDirect(bytes);
        putLength(frame, bytes);
        return frame.position(bytes).flip();
    }

    /** The next block of whole frames; empty behind the last one. Valid until the next call. */
    ByteBuffer next() {
        int bytes = (int) Math.min(BLOCK_BYTES, left);
        if (left - bytes > 0 && left - bytes < SMALLEST_FRAME_BYTES) {
            bytes -= SMALLEST_FRAME_BYTES;
        }
        left -= bytes;
        return bytes == BLOCK_BYTES ? stamped() : filled(bytes);
    }

    private ByteBuffer stamped() {
        // Behind the length and the id of the first frame: the first one is always large enough.
        fullBlock.putLong(LENGTH_BYTES + 1, number++);
        return fullBlock.clear();
    }

    private ByteBuffer filled(int bytes) {
        ByteBuffer block = ByteBuffer.allocateDirect(bytes);
        fill(block);
        return block.clear();
    }

    private void fill(ByteBuffer block) {
        byte[] noise = new byte[block.remaining()];
        random.nextBytes(noise);
        block.put(noise).clear();
        int frameBytes = SHORT_FRAME_BYTES / 2;
        while (block.hasRemaining()) {
            int whole = wholeFrame(frameBytes, block.remaining());
            int start = block.position();
            putLength(block, whole);
            block.put((byte) 0);
            block.position(start + whole);
            frameBytes = randomFrameBytes();
        }
    }

    /** As many bytes as are wanted, unless too few remain for them or behind them. */
    private static int wholeFrame(int wanted, int remaining) {
        return remaining - wanted < SMALLEST_FRAME_BYTES ? remaining : wanted;
    }

    private int randomFrameBytes() {
        int percent = random.nextInt(100);
        int size = 0;
        while (percent >= PERCENT_UP_TO[size]) {
            size++;
        }
        return SMALLEST_FRAME_BYTES + random.nextInt(LARGEST_FRAME_BYTES[size]);
    }

    private static void putLength(ByteBuffer out, int frameBytes) {
        if (frameBytes <= SHORT_FRAME_BYTES) {
            out.put((byte) (frameBytes - 1));
        } else {
            int bodyBytes = frameBytes - LENGTH_BYTES;
            out.put((byte) (bodyBytes | 0x80));
            out.put((byte) (bodyBytes >> 7 | 0x80));
            out.put((byte) (bodyBytes >> 14));
        }
    }
}
