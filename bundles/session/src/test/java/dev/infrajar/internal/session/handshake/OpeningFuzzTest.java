// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.internal.session.handshake.Handshake.NextState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first byte says whether the peer is trusted with longer handshakes, the others are the first of a connection, of clients of all ages.
 * Byte after byte they give the same answer as at once, and nothing is taken before it is final.
 */
class OpeningFuzzTest {
    static Stream<byte[]> seeds() {
        ByteBuf handshake = Unpooled.buffer();
        new Handshake(774, "mc.example.com\0FML2\0", 25_565, NextState.LOGIN).write(handshake);
        return Stream.of(
                        ByteBufUtil.hexDump(handshake),
                        "fe",
                        "fe01",
                        "fe01fa000b004d0043007c00500069006e00670048006f00730074000b4a00020068006900000063dd",
                        "023d000100610002006800690000" + "63dd",
                        "02000600610062003b0068003a0031")
                .flatMap(hex -> Stream.of("00" + hex, "01" + hex))
                .map(ByteBufUtil::decodeHexDump);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void anyPrefixGivesTheSameAnswerOrNone(byte[] input) {
        if (input.length < 2) {
            return;
        }
        int maxFrameBytes = input[0] % 2 == 0 ? OpeningDecoder.MAX_FRAME_BYTES : OpeningDecoder.MAX_TRUSTED_FRAME_BYTES;
        ByteBuf all = Unpooled.wrappedBuffer(input, 1, input.length - 1);
        for (int length = 0; length < all.writerIndex(); length++) {
            ByteBuf prefix = all.slice(0, length);
            Opening opening = OpeningDecoder.decode(prefix, maxFrameBytes);
            if (isFinal(opening)) {
                assertThat(OpeningDecoder.decode(all, maxFrameBytes)).isEqualTo(opening);
                checkRewritten(opening, maxFrameBytes);
                return;
            }
            assertThat(prefix.readerIndex()).isZero();
        }
        checkRewritten(OpeningDecoder.decode(all, maxFrameBytes), maxFrameBytes);
    }

    private static boolean isFinal(Opening opening) {
        return !(opening instanceof Opening.Incomplete || opening instanceof Opening.PerhapsLegacy);
    }

    /** What is no UTF-8 is read as characters that take more bytes. */
    private static void checkRewritten(Opening opening, int maxFrameBytes) {
        if (opening instanceof Opening.Modern(Handshake handshake)) {
            ByteBuf frame = Unpooled.buffer();
            handshake.write(frame);
            if (frame.readableBytes() <= maxFrameBytes) {
                assertThat(OpeningDecoder.decode(frame, maxFrameBytes)).isEqualTo(opening);
            }
        }
    }
}
