// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/** The first byte says how the rest arrives: at once, and in pieces of so many bytes. Both give the same frames. */
class FrameFuzzTest {
    @FuzzTest(maxDuration = "3s")
    void anySplitGivesTheSameFrames(byte[] input) {
        if (input.length == 0) {
            return;
        }
        ByteBuf stream = Unpooled.wrappedBuffer(input, 1, input.length - 1);

        assertThat(frames(stream, 1 + (input[0] & 0xFF))).isEqualTo(frames(stream, stream.writerIndex()));
    }

    /** Index, header, id and data size of each frame, and why the stream ended. */
    private static List<Long> frames(ByteBuf stream, int pieceBytes) {
        List<Long> found = new ArrayList<>();
        int index = 0;
        int arrived = 0;
        try {
            while (arrived < stream.writerIndex()) {
                arrived = Math.min(arrived + pieceBytes, stream.writerIndex());
                int header = Frames.header(stream, index, arrived);
                while (header != Frames.INCOMPLETE && index + Frames.frameBytes(header) <= arrived) {
                    found.add((long) index);
                    found.add((long) header);
                    found.add((long) Frames.packetId(stream, index, header));
                    found.add((long) VarInts.peekedValue(Frames.dataSize(stream, index, header)));
                    index += Frames.frameBytes(header);
                    header = Frames.header(stream, index, arrived);
                }
            }
        } catch (WireException e) {
            found.add(-1L);
        }
        return found;
    }
}
