// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {
    private static ByteBuf hex(String digits) {
        return Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(digits));
    }

    private static int header(ByteBuf in) {
        return Frames.header(in, in.readerIndex(), in.writerIndex());
    }

    @ParameterizedTest
    @CsvSource({
        "01,1,1",
        "7f,1,127",
        "8001,2,128",
        "ff7f,2,16383",
        "808001,3,16384",
        "ffff7f,3,2097151",
        "8100,2,1",
        "858000,3,5",
        "ff8000,3,127"
    })
    void findsHeadersPaddedOrNot(String digits, int headerBytes, int bodyBytes) {
        for (String behind : List.of("", "ff", "ffffff", "00000000")) {
            int header = header(hex(digits + behind));

            assertThat(Frames.headerBytes(header)).isEqualTo(headerBytes);
            assertThat(Frames.bodyBytes(header)).isEqualTo(bodyBytes);
            assertThat(Frames.frameBytes(header)).isEqualTo(headerBytes + bodyBytes);
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "80", "ff", "8080", "ffff"})
    void waitsForTheRestOfAHeader(String digits) {
        assertThat(header(hex(digits))).isEqualTo(Frames.INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"808080", "ffffff", "80808001", "ffffff7f"})
    void refusesHeadersOfMoreThanThreeBytes(String digits) {
        assertThatThrownBy(() -> header(hex(digits))).isSameAs(WireException.FRAME_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"00", "8000", "808000", "0001020304", "8080000102"})
    void refusesEmptyFrames(String digits) {
        assertThatThrownBy(() -> header(hex(digits))).isSameAs(WireException.EMPTY_FRAME);
    }

    @Test
    void looksOnlyAtWhatHasArrived() {
        ByteBuf in = hex("00008001ffff");

        assertThat(Frames.header(in, 2, 3)).isEqualTo(Frames.INCOMPLETE);
        assertThat(Frames.bodyBytes(Frames.header(in, 2, 4))).isEqualTo(128);
        assertThat(in.readerIndex()).isZero();
    }

    @Test
    void anySplitOfTheBytesGivesTheSameFrames() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<Integer> sizes = random.ints(20, 1, random.nextBoolean() ? 200 : 40_000)
                    .boxed()
                    .toList();
            ByteBuf all = Unpooled.buffer();
            sizes.forEach(size -> frame(all, size, random.nextBoolean()));

            assertThat(framesOf(all, random)).isEqualTo(sizes);
        }
    }

    private static void frame(ByteBuf out, int bodyBytes, boolean isPadded) {
        if (isPadded) {
            int start = Frames.begin(out);
            out.writeZero(bodyBytes);
            Frames.end(out, start);
        } else {
            Frames.writeHeader(out, bodyBytes);
            out.writeZero(bodyBytes);
        }
    }

    /** Takes frames as a forwarder does, while the bytes arrive in pieces. */
    private static List<Integer> framesOf(ByteBuf all, Random random) {
        List<Integer> sizes = new ArrayList<>();
        int index = 0;
        int arrived = 0;
        while (arrived < all.writerIndex()) {
            arrived = Math.min(arrived + 1 + random.nextInt(random.nextBoolean() ? 3 : 60_000), all.writerIndex());
            int header = Frames.header(all, index, arrived);
            while (header != Frames.INCOMPLETE && index + Frames.frameBytes(header) <= arrived) {
                sizes.add(Frames.bodyBytes(header));
                index += Frames.frameBytes(header);
                header = Frames.header(all, index, arrived);
            }
        }
        return sizes;
    }

    @Test
    void randomBytesGiveAHeaderOrAKnownRefusal() {
        Random random = new Random(11);
        byte[] bytes = new byte[6];
        ByteBuf in = Unpooled.wrappedBuffer(bytes);
        for (int i = 0; i < 1_000_000; i++) {
            random.nextBytes(bytes);
            int end = random.nextInt(bytes.length + 1);
            try {
                int header = Frames.header(in, 0, end);
                if (header != Frames.INCOMPLETE) {
                    assertThat(Frames.fits(Frames.bodyBytes(header))).isTrue();
                    assertThat(Frames.headerBytes(header)).isBetween(1, Math.min(end, 3));
                }
            } catch (WireException e) {
                assertThat(e).isIn(WireException.FRAME_TOO_LONG, WireException.EMPTY_FRAME);
            }
        }
    }

    @Test
    void peeksPacketIds() {
        ByteBuf in = hex("02002a" + "03ac0201" + "0180");
        int first = Frames.header(in, 0, 9);
        int second = Frames.header(in, 3, 9);
        int broken = Frames.header(in, 7, 9);

        assertThat(Frames.packetId(in, 0, first)).isZero();
        assertThat(Frames.packetId(in, 3, second)).isEqualTo(300);
        assertThatThrownBy(() -> Frames.packetId(in, 7, broken)).isSameAs(WireException.TRUNCATED);
    }

    @Test
    void peeksDataSizes() {
        ByteBuf in = hex("020026" + "04800278da" + "05ffffffff0f");

        long plain = Frames.dataSize(in, 0, Frames.header(in, 0, 14));
        assertThat(VarInts.peekedValue(plain)).isEqualTo(Frames.NOT_COMPRESSED);
        assertThat(VarInts.peekedBytes(plain)).isEqualTo(1);

        long compressed = Frames.dataSize(in, 3, Frames.header(in, 3, 14));
        assertThat(VarInts.peekedValue(compressed)).isEqualTo(256);
        assertThat(VarInts.peekedBytes(compressed)).isEqualTo(2);

        assertThat(VarInts.peekedValue(Frames.dataSize(in, 8, Frames.header(in, 8, 14))))
                .isEqualTo(-1);
    }

    @Test
    void writesPaddedHeadersThatItReads() {
        for (int size : new int[] {1, 127, 128, 16_383, 16_384, Frames.MAX_BODY_BYTES}) {
            ByteBuf out = Unpooled.buffer().writeZero(5);
            int start = Frames.begin(out);
            out.writeZero(size);
            Frames.end(out, start);

            int header = Frames.header(out, 5, out.writerIndex());
            assertThat(Frames.headerBytes(header)).isEqualTo(3);
            assertThat(Frames.bodyBytes(header)).isEqualTo(size);
        }
    }

    @Test
    void takesBackAFrameThatIsTooLongOrEmpty() {
        ByteBuf out = Unpooled.buffer().writeZero(5);
        int empty = Frames.begin(out);
        assertThatIllegalArgumentException().isThrownBy(() -> Frames.end(out, empty));
        assertThat(out.writerIndex()).isEqualTo(5);

        int tooLong = Frames.begin(out);
        out.writeZero(Frames.MAX_BODY_BYTES + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> Frames.end(out, tooLong));
        assertThat(out.writerIndex()).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> Frames.writeHeader(out, Frames.MAX_BODY_BYTES + 1));
    }
}
