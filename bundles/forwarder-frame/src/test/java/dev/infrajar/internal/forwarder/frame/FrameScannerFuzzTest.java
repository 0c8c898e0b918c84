// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first byte says in pieces of how many bytes the rest arrives, the second whether it is compressed. In pieces and at once it
 * gives the same frames, decisions, and the same bytes that pass.
 */
class FrameScannerFuzzTest {
    @FuzzTest(maxDuration = "3s")
    void anySplitGivesTheSameDecisions(byte[] input) {
        if (input.length < 3) {
            return;
        }
        byte[] stream = Arrays.copyOfRange(input, 2, input.length);
        boolean compresses = input[1] % 2 == 0;

        assertThat(outcome(stream, 1 + (input[0] & 0xFF), compresses))
                .isEqualTo(outcome(stream, stream.length, compresses));
    }

    private static List<String> outcome(byte[] stream, int pieceBytes, boolean compresses) {
        NotingGate gate = new NotingGate(compresses);
        FrameScanner scanner = new FrameScanner(gate, UnpooledByteBufAllocator.DEFAULT);
        gate.scanner = scanner;
        try {
            for (int start = 0; start < stream.length; start += pieceBytes) {
                int end = Math.min(stream.length, start + pieceBytes);
                scanner.feed(Unpooled.directBuffer().writeBytes(stream, start, end - start));
            }
        } catch (WireException e) {
            gate.notes.add(String.valueOf(e.getMessage()));
        }
        scanner.close();
        gate.notes.add(Arrays.toString(gate.passed.toByteArray()));
        return gate.notes;
    }

    /** Decides by the packet's id: a third is taken out, the rest passes. */
    private static final class NotingGate implements FrameGate {
        final List<String> notes = new ArrayList<>();
        final ByteArrayOutputStream passed = new ByteArrayOutputStream();
        final IdPeek peek = new IdPeek();
        private final FrameHead head = new FrameHead();
        private final boolean compresses;
        private FrameScanner scanner = new FrameScanner(this, UnpooledByteBufAllocator.DEFAULT);

        NotingGate(boolean compresses) {
            this.compresses = compresses;
        }

        @Override
        public void begin(ByteBuf in, int index, int header) {
            head.read(in, index, header, compresses);
            notes.add(Frames.frameBytes(header) + " " + head.packetOffset() + " " + head.packetBytes());
        }

        @Override
        public boolean passesEarly(ByteBuf in, int index, int arrived) {
            return !head.isCompressed() && in.getByte(index + head.packetOffset()) % 3 != 0;
        }

        @Override
        public boolean passes(ByteBuf in, int index) {
            int start = index + head.packetOffset();
            if (head.isCompressed()) {
                notes.add("id " + peek.id(in, start, head.carriedBytes(), true));
                return true;
            }
            boolean isTaken = in.getByte(start) % 3 == 0;
            if (isTaken) {
                scanner.passRun();
                passed.write('!');
            }
            return !isTaken;
        }

        @Override
        public void pass(ByteBuf bytes) {
            byte[] copy = new byte[bytes.readableBytes()];
            bytes.readBytes(copy);
            passed.writeBytes(copy);
            bytes.release();
        }

        @Override
        public void beginCut() {
            // Depends on the pieces.
        }

        @Override
        public void endCut() {
            // Depends on the pieces.
        }

        @Override
        public boolean isStopped() {
            return false;
        }

        @Override
        public void keep(ByteBuf rest) {
            throw new AssertionError("nothing stops");
        }
    }
}
