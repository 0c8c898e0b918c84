// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Compares every byte with a round that comes again and again. */
final class RoundCheck implements StreamCheck {
    private final ByteBuffer round;
    private long total;

    /**
     * Begins at the round's beginning.
     *
     * @param round its readable bytes
     */
    RoundCheck(ByteBuffer round) {
        this.round = round.slice();
    }

    @Override
    public void take(ByteBuffer chunk) throws IOException {
        int end = chunk.limit();
        while (chunk.position() < end) {
            int bytes = Math.min(end - chunk.position(), round.remaining());
            chunk.limit(chunk.position() + bytes);
            compare(chunk, round.slice(round.position(), bytes));
            chunk.position(chunk.limit());
            round.position(round.position() + bytes);
            if (!round.hasRemaining()) {
                round.clear();
            }
        }
        chunk.limit(end);
    }

    private void compare(ByteBuffer chunk, ByteBuffer expected) throws IOException {
        int wrong = chunk.mismatch(expected);
        if (wrong >= 0) {
            throw new IOException("the stream is wrong at byte " + (total + wrong));
        }
        total += chunk.remaining();
    }
}
