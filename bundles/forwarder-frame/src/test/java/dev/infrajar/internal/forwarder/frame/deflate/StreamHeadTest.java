// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class StreamHeadTest {
    private static final int[] SIZES = {0, 1, 2, 4, 5, 6, 30, 100, 300, 1_000, 4_000, 16_384};

    private final StreamHead head = new StreamHead();

    private DecodedHead decoded(byte[] stream) {
        return DecodedHead.of(head, stream, stream.length);
    }

    /** The bytes, and for all beginnings of the stream those that they hold. */
    private void assertLikeInflater(byte[] stream) {
        InflatedHead inflated = InflatedHead.of(stream);
        assertThat(decoded(stream).bytes()).isEqualTo(inflated.bytes());
        int last = inflated.needed().isEmpty() ? 0 : inflated.needed().getLast();
        for (int bytes = 0; bytes <= last; bytes++) {
            DecodedHead beginning = DecodedHead.of(head, stream, bytes);
            assertThat(beginning.bytes()).isEqualTo(inflated.bytesOf(bytes));
            if (beginning.bytes().size() < inflated.bytes().size()) {
                assertThat(beginning.end()).isEqualTo(StreamHead.MISSING);
            }
        }
    }

    private static List<Integer> first(byte[] data) {
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < Math.min(data.length, StreamHead.MAX_BYTES); i++) {
            first.add(Byte.toUnsignedInt(data[i]));
        }
        return first;
    }

    @Test
    void givesWhatZlibDeflatedAtAllLevelsAndStrategies() {
        for (int size : SIZES) {
            for (byte[] data : Streams.data(size)) {
                for (int level = 0; level <= 9; level++) {
                    for (int strategy :
                            new int[] {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY}) {
                        byte[] stream = Streams.deflated(data, level, strategy);
                        assertThat(decoded(stream).bytes()).isEqualTo(first(data));
                        assertLikeInflater(stream);
                    }
                }
            }
        }
    }

    @Test
    void givesWhatLibdeflateDeflatedAtAllLevels() throws Throwable {
        Optional<Libdeflate> library = Libdeflate.find();
        assumeTrue(library.isPresent(), "libdeflate is not installed");
        for (int size : SIZES) {
            for (byte[] data : Streams.data(size)) {
                for (int level = 1; level <= 12; level++) {
                    byte[] stream = library.get().deflated(data, level);
                    assertThat(decoded(stream).bytes()).isEqualTo(first(data));
                    assertLikeInflater(stream);
                }
            }
        }
    }

    @Test
    void givesWhatWasFlushedInBetween() {
        for (int flush : new int[] {Deflater.SYNC_FLUSH, Deflater.FULL_FLUSH}) {
            for (int pieceBytes : new int[] {1, 2, 3, 4, 100}) {
                for (byte[] data : Streams.data(300)) {
                    byte[] stream = Streams.flushed(data, pieceBytes, flush);
                    assertThat(decoded(stream).bytes()).isEqualTo(first(data));
                    assertLikeInflater(stream);
                }
            }
        }
    }

    @Test
    void skipsEmptyBlocks() {
        byte[] stream = new BitWriter()
                .stored()
                .emptyFixed()
                .emptyFixed()
                .stored()
                .stored(9, 8)
                .emptyFixed()
                .stored(7, 6, 5)
                .toBytes();
        assertThat(decoded(stream).bytes()).containsExactly(9, 8, 7, 6, 5);
        assertLikeInflater(stream);
    }

    @Test
    void repeatsWhatAMatchSays() {
        // Literals 1 and 2, then five bytes (259) from two back.
        byte[] two = new BitWriter()
                .block(true, 1)
                .code("00110001")
                .code("00110010")
                .code("0000011")
                .code("00001")
                .toBytes();
        assertThat(decoded(two).bytes()).containsExactly(1, 2, 1, 2, 1);
        assertLikeInflater(two);
        // Literal 1, then the longest match, 258 bytes (285), from one back.
        byte[] one = new BitWriter()
                .block(true, 1)
                .code("00110001")
                .code("11000101")
                .code("00000")
                .toBytes();
        assertThat(decoded(one).bytes()).containsExactly(1, 1, 1, 1, 1);
        assertLikeInflater(one);
    }

    @Test
    void skipsTheBitsBehindAMatchLength() {
        // Literal 1, then 265 and 284 with one bit and five, from one back.
        for (String length : List.of("0001001" + "1", "11000100" + "10110")) {
            byte[] stream = new BitWriter()
                    .block(true, 1)
                    .code("00110001")
                    .code(length)
                    .code("00000")
                    .toBytes();
            assertThat(decoded(stream).bytes()).containsExactly(1, 1, 1, 1, 1);
            assertLikeInflater(stream);
        }
    }

    @Test
    void refusesMatchesThatReachTooFar() {
        byte[] first =
                new BitWriter().block(true, 1).code("0000001").code("00000").toBytes();
        assertThat(decoded(first)).isEqualTo(new DecodedHead(List.of(), StreamHead.DAMAGED));
        byte[] second = new BitWriter()
                .block(true, 1)
                .code("00110001")
                .code("0000001")
                .code("00001")
                .write(0, 8)
                .toBytes();
        assertThat(decoded(second)).isEqualTo(new DecodedHead(List.of(1), StreamHead.DAMAGED));
        assertLikeInflater(second);
    }

    @Test
    void refusesWhatZlibRefuses() {
        assertDamaged(new byte[] {0x78, (byte) 0x9D, 0, 0, 0});
        assertDamaged(new byte[] {0x79, (byte) 0x9B, 0, 0, 0});
        assertDamaged(new byte[] {(byte) 0x88, 0x1C, 0, 0, 0});
        // A preset dictionary.
        assertDamaged(new byte[] {0x78, (byte) 0xBB, 0, 0, 0, 0, 0, 0, 0});
        assertDamaged(new BitWriter().block(false, 3).write(0, 16).toBytes());
        // A stored length that its complement does not confirm.
        assertDamaged(new BitWriter()
                .block(true, 0)
                .write(0, 5)
                .write(3, 16)
                .write(3, 16)
                .write(0, 24)
                .toBytes());
        // 287 symbols of literals and lengths; 31 distances.
        assertDamaged(new BitWriter()
                .block(true, 2)
                .write(30, 5)
                .write(0, 5)
                .write(0, 4)
                .write(0, 64)
                .toBytes());
        assertDamaged(new BitWriter()
                .block(true, 2)
                .write(0, 5)
                .write(30, 5)
                .write(0, 4)
                .write(0, 64)
                .toBytes());
        // The end of the last block.
        assertDamaged(
                new BitWriter().block(true, 1).code("0000000").write(1, 32).toBytes());
    }

    private void assertDamaged(byte[] stream) {
        assertThat(decoded(stream)).isEqualTo(new DecodedHead(List.of(), StreamHead.DAMAGED));
        assertThat(InflatedHead.of(stream).isRefused()).isTrue();
    }

    @Test
    void givesTheSameForDamagedStreamsUpToTheDamage() {
        Random random = new Random(1);
        for (byte[] data : Streams.data(3_000)) {
            byte[] stream = Streams.deflated(data, 6, Deflater.DEFAULT_STRATEGY);
            for (int i = 0; i < 4_000; i++) {
                byte[] damaged = Arrays.copyOf(stream, 200);
                damaged[random.nextInt(i % 2 == 0 ? 20 : 120)] ^= (byte) (1 << random.nextInt(8));
                InflatedHead inflated = InflatedHead.of(damaged);
                DecodedHead decoded = decoded(damaged);
                assertThat(decoded.bytes()).isEqualTo(inflated.bytes());
                assertThat(decoded.end() == StreamHead.DAMAGED).isEqualTo(inflated.isRefused());
            }
        }
    }

    @Test
    void looksOnlySoFar() {
        BitWriter many = new BitWriter();
        for (int i = 0; i < 1_000; i++) {
            many.stored();
        }
        byte[] stream = many.stored(1, 2, 3, 4, 5).toBytes();
        assertThat(decoded(stream)).isEqualTo(new DecodedHead(List.of(), StreamHead.DAMAGED));
        assertThat(DecodedHead.of(head, stream, 600).end()).isEqualTo(StreamHead.MISSING);
    }
}
