// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.wire.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/**
 * Finds the frames in the chunks of one direction. Event loop only.
 *
 * <pre>
 *   chunk   │ rest of a frame │ frame │ frame │ frame │ frame │ beginning of a fra │
 *                             ╰──── run: passes ──────╯╰──────╯╰────────────────────╯
 *           behind the carry    as one slice             handled   carried over: copied
 * </pre>
 *
 * <p>Of a frame that is spread over chunks the fragments are copied, but not its last piece if it passes as it came. A frame of
 * more than {@link #WHOLE_BYTES} that passes is not even gathered: it goes on in the pieces in which it comes. A smaller one is
 * never cut in two, so that packets of the proxy's own can be sent at any moment, also when its sender dies.
 */
final class FrameScanner {
    /** Bytes: so much is gathered of a frame that nobody wants. More than nearly all frames have. */
    private static final int WHOLE_BYTES = 64 * 1024;

    private final FrameGate gate;
    private final Fragment carried;

    private ByteBuf chunk = Unpooled.EMPTY_BUFFER;
    private int runStart;
    private int index;

    /** Bytes of a frame that is passed on in pieces which are still to come. */
    private int cutBytes;

    FrameScanner(FrameGate gate, ByteBufAllocator allocator) {
        this.gate = gate;
        this.carried = new Fragment(allocator);
    }

    /**
     * Decides about all frames that are complete now. Takes the chunk over.
     *
     * @throws dev.infrajar.net.wire.WireException if a frame is malformed; those before it have been decided about
     * @throws LimitException if a frame crosses a limit
     */
    void feed(ByteBuf bytes) {
        chunk = bytes;
        index = bytes.readerIndex();
        runStart = index;
        try {
            if (finishCut() && finishCarried()) {
                scan();
            }
        } finally {
            leaveChunk();
        }
    }

    /** Passes on the frames before the one that is decided about at this moment. */
    void passRun() {
        if (runStart < index) {
            gate.pass(chunk.retainedSlice(runStart, index - runStart));
            runStart = index;
        }
    }

    /** The bytes of a frame that is not complete. */
    int carriedBytes() {
        return carried.length();
    }

    /** Releases what is carried over. */
    void close() {
        carried.take().release();
    }

    /** The rest of a frame whose beginning has been passed on. Whether it is complete. */
    private boolean finishCut() {
        if (cutBytes == 0) {
            return true;
        }
        int bytes = Math.min(cutBytes, chunk.writerIndex() - index);
        index += bytes;
        cutBytes -= bytes;
        if (cutBytes > 0) {
            return false;
        }
        passRun();
        gate.endCut();
        return true;
    }

    /** The rest of a frame that has been carried over. Whether it is complete, and the scanner is to go on. */
    private boolean finishCarried() {
        if (carried.isEmpty()) {
            return true;
        }
        if (!completeHead()) {
            return false;
        }
        int missing = carried.missing();
        return missing <= arrived() ? completeFrame(missing) : gather(missing);
    }

    /** Copies as little as shows what the frame is. Whether that is known. */
    private boolean completeHead() {
        while (!carried.hasHeader() && arrived() > 0) {
            carryOver(1);
        }
        if (!carried.hasHeader()) {
            return false;
        }
        carryOver(Math.min(carried.missingOfHead(), arrived()));
        if (carried.missingOfHead() > 0) {
            return false;
        }
        carried.tell(gate);
        return true;
    }

    private boolean completeFrame(int missing) {
        if (missing > 0 && carried.passesEarly(gate)) {
            gate.pass(carried.take());
            index += missing;
            return true;
        }
        carried.expect(missing);
        carryOver(missing);
        ByteBuf frame = carried.take();
        try {
            if (gate.passes(frame, 0)) {
                gate.pass(frame.retain());
            }
        } finally {
            frame.release();
        }
        return !gate.isStopped();
    }

    private boolean gather(int missing) {
        boolean wasSmall = carried.length() < WHOLE_BYTES;
        int bytes = arrived();
        carryOver(bytes);
        if (wasSmall && carried.length() >= WHOLE_BYTES && carried.passesEarly(gate)) {
            gate.beginCut();
            cutBytes = missing - bytes;
            gate.pass(carried.take());
        }
        return false;
    }

    private void scan() {
        int end = chunk.writerIndex();
        int header = nextHeader();
        while (header != Frames.INCOMPLETE && Frames.frameBytes(header) <= end - index) {
            gate.begin(chunk, index, header);
            boolean passes = gate.passes(chunk, index);
            if (!passes) {
                passRun();
            }
            index += Frames.frameBytes(header);
            if (!passes) {
                runStart = index;
                if (gate.isStopped()) {
                    return;
                }
            }
            header = nextHeader();
        }
        if (index < end) {
            beginFragment(header);
        }
    }

    private int nextHeader() {
        return Frames.header(chunk, index, chunk.writerIndex());
    }

    private void beginFragment(int header) {
        int bytes = arrived();
        boolean isHeadKnown = header != Frames.INCOMPLETE && bytes >= FrameHead.BYTES;
        if (isHeadKnown) {
            gate.begin(chunk, index, header);
            if (bytes >= WHOLE_BYTES && gate.passesEarly(chunk, index, bytes)) {
                cutBytes = Frames.frameBytes(header) - bytes;
                gate.beginCut();
                index += bytes;
                return;
            }
        }
        carried.begin(chunk, index, bytes, header, isHeadKnown);
    }

    /** Copies the next bytes of the chunk. They are never part of a run. */
    private void carryOver(int bytes) {
        carried.add(chunk, index, bytes);
        index += bytes;
        runStart = index;
    }

    private int arrived() {
        return chunk.writerIndex() - index;
    }

    /** Gives the chunk away with its last run, or with what is not decided about. */
    private void leaveChunk() {
        ByteBuf last = chunk;
        int start = runStart;
        chunk = Unpooled.EMPTY_BUFFER;
        runStart = index;
        if (gate.isStopped() && index < last.writerIndex()) {
            leaveRun(last.retainedSlice(start, index - start));
            gate.keep(last.readerIndex(index));
        } else {
            leaveRun(last.setIndex(start, index));
        }
    }

    private void leaveRun(ByteBuf run) {
        if (run.isReadable()) {
            gate.pass(run);
        } else {
            run.release();
        }
    }
}
