// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.function.Consumer;

/** Standard output beside a prompt: hands on whole lines, so that nothing is written into the line that is being typed. */
final class PromptedOutput extends OutputStream {
    /** Bytes without a line end that are kept back at most. */
    private static final int MOST_KEPT = 8 * 1024;

    private final PrintStream raw;
    private final Consumer<Runnable> above;
    private byte[] kept = new byte[256];
    private int length;

    /**
     * An output.
     *
     * @param raw takes the bytes, whatever happens to the prompt
     * @param above runs a write while the prompt is out of its way
     */
    PromptedOutput(PrintStream raw, Consumer<Runnable> above) {
        this.raw = raw;
        this.above = above;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int count) {
        keep(bytes, offset, count);
        int end = length;
        while (end > 0 && kept[end - 1] != '\n') {
            end--;
        }
        if (end > 0 || length > MOST_KEPT) {
            handOn(end > 0 ? end : length);
        }
    }

    private void keep(byte[] bytes, int offset, int count) {
        if (kept.length - length < count) {
            kept = Arrays.copyOf(kept, Math.max(length + count, 2 * kept.length));
        }
        System.arraycopy(bytes, offset, kept, length, count);
        length += count;
    }

    private void handOn(int end) {
        byte[] lines = kept;
        above.accept(() -> {
            raw.write(lines, 0, end);
            raw.flush();
        });
        length -= end;
        byte[] rest = new byte[Math.max(256, length)];
        System.arraycopy(lines, end, rest, 0, length);
        kept = rest;
    }

    /** Hands on what is kept back, without a line end. Whoever still writes later is served as before. */
    synchronized void handOnRest() {
        if (length > 0) {
            handOn(length);
        }
    }
}
