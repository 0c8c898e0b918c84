// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import io.netty.buffer.ByteBuf;

/** Decides about the frames that a {@link FrameScanner} finds, in their order. */
interface FrameGate {
    /**
     * The next frame. At least {@link FrameHead#BYTES} of it have arrived, or all.
     *
     * @param in its indices do not move
     * @param index where the frame begins
     * @param header its header
     * @throws dev.infrajar.net.wire.WireException if it is malformed
     * @throws LimitException if it crosses a limit
     */
    void begin(ByteBuf in, int index, int header);

    /**
     * Whether the frame is certain to go on as it came, though not all of it has arrived.
     *
     * @param in holds what has arrived
     * @param index where the frame begins
     * @param arrived how many bytes of it there are
     */
    boolean passesEarly(ByteBuf in, int index, int arrived);

    /**
     * The whole frame is there. If it does not go on as it came, what is to become of it is done here; what is sent meanwhile
     * must follow the frames before ({@link FrameScanner#passRun}).
     *
     * @param in holds the frame
     * @param index where it begins
     * @return whether it goes on as it came
     */
    boolean passes(ByteBuf in, int index);

    /** Takes over bytes that go on as they came. */
    void pass(ByteBuf bytes);

    /** What is passed next belongs to a frame that has not arrived whole. */
    void beginCut();

    /** The frame that was passed in pieces is complete. */
    void endCut();

    /** Whether nothing more is to be decided for now: what is left of the chunk is {@linkplain #keep kept}. */
    boolean isStopped();

    /** Takes over bytes that come behind a frame that stopped the scanner. */
    void keep(ByteBuf rest);
}
