// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    private static final List<Integer> LENGTHS = List.of(1, 127, 128, 5, 1000);

    private static ByteBuf frames() {
        ByteBuf out = Unpooled.buffer();
        for (int length : LENGTHS) {
            VarInts.write(out, length);
            out.writeZero(length);
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 128, 129, 130, 2000})
    void findsTheSameFramesInPiecesOfAnySize(int size) {
        FrameReader reader = new FrameReader();
        List<Integer> found = new ArrayList<>();
        ByteBuf all = frames();

        while (all.isReadable()) {
            reader.add(all.readRetainedSlice(Math.min(size, all.readableBytes())));
            for (ByteBuf frame = reader.next(); frame != null; frame = reader.next()) {
                found.add(frame.readableBytes());
            }
        }
        reader.release();
        all.release();

        assertThat(found).isEqualTo(LENGTHS);
        assertThat(all.refCnt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, FrameReader.MAX_FRAME_BYTES + 1})
    void refusesLengthsThatAreNone(int length) {
        FrameReader reader = new FrameReader();
        ByteBuf bytes = Unpooled.buffer();
        VarInts.write(bytes, length);
        reader.add(bytes);

        assertThatIllegalArgumentException().isThrownBy(reader::next);
        reader.release();
    }
}
