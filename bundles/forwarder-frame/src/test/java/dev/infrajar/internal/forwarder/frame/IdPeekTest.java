// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import dev.infrajar.tck.AllocationMeter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdPeekTest {
    private final IdPeek peek = new IdPeek();
    private final List<ByteBuf> buffers = new ArrayList<>();

    @AfterEach
    void close() {
        buffers.forEach(ByteBuf::release);
    }

    private ByteBuf direct() {
        ByteBuf buffer = Unpooled.directBuffer();
        buffers.add(buffer);
        return buffer;
    }

    private ByteBuf stream(int id, int fieldBytes, int level) {
        byte[] fields = new byte[fieldBytes];
        new Random(id).nextBytes(fields);
        ByteBuf plain = Unpooled.buffer();
        VarInts.write(plain, id);
        plain.writeBytes(fields);
        Deflater deflater = new Deflater(level);
        deflater.setInput(plain.array(), 0, plain.readableBytes());
        deflater.finish();
        byte[] out = new byte[fieldBytes * 2 + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return direct().writeZero(3).writeBytes(out, 0, length);
    }

    private int id(ByteBuf stream, int bytes, boolean whole) {
        return peek.id(stream, 3, bytes, whole);
    }

    @Test
    void findsIdsOfAllSizesAtAllLevels() {
        for (int id : new int[] {0, 1, 127, 128, 300, 2_097_151, Integer.MAX_VALUE}) {
            for (int level = 0; level <= 9; level++) {
                for (int fieldBytes : new int[] {0, 1, 400, 20_000}) {
                    ByteBuf stream = stream(id, fieldBytes, level);
                    assertThat(id(stream, stream.writerIndex() - 3, true)).isEqualTo(id);
                }
            }
        }
    }

    @Test
    void moreBytesAreNeededUntilTheIdHasCome() {
        ByteBuf stream = stream(300, 1_000, 6);
        boolean isFound = false;
        for (int bytes = 0; bytes < stream.writerIndex() - 3; bytes++) {
            int id = id(stream, bytes, false);
            assertThat(id).isIn(300, IdPeek.UNKNOWN);
            assertThat(isFound && id == IdPeek.UNKNOWN).isFalse();
            isFound = id == 300;
        }
        assertThat(isFound).isTrue();
    }

    @Test
    void wholeStreamWithoutIdIsDamaged() {
        ByteBuf stream = stream(300, 1_000, 6);
        assertRefused(stream, 4, WireException.BAD_COMPRESSION);
        assertRefused(direct().writeZero(20), 17, WireException.BAD_COMPRESSION);
    }

    @Test
    void refusesIdsThatDoNotEnd() {
        Deflater deflater = new Deflater();
        byte[] endless = new byte[100];
        Arrays.fill(endless, (byte) -1);
        deflater.setInput(endless);
        deflater.finish();
        byte[] out = new byte[100];
        int length = deflater.deflate(out);
        deflater.end();
        assertRefused(direct().writeZero(3).writeBytes(out, 0, length), length, WireException.VARINT_TOO_LONG);
    }

    @Test
    void emptyBlocksAreSkippedUntilThereAreTooMany() {
        ByteBuf few = behindEmptyBlocks(100);
        assertThat(id(few, few.writerIndex() - 3 - 7, false)).isEqualTo(IdPeek.UNKNOWN);
        assertThat(id(few, few.writerIndex() - 3, true)).isEqualTo(300);
        ByteBuf many = behindEmptyBlocks(1_000);
        assertRefused(many, many.writerIndex() - 3, WireException.BAD_COMPRESSION);
    }

    private ByteBuf behindEmptyBlocks(int blocks) {
        ByteBuf stream = direct().writeZero(3).writeShort(0x789C);
        for (int i = 0; i < blocks; i++) {
            stream.writeByte(0).writeShortLE(0).writeShortLE(~0);
        }
        return stream.writeByte(0).writeShortLE(2).writeShortLE(~2).writeShortLE(0x02AC);
    }

    @Test
    void doesNotSeeDamageBehindTheId() {
        ByteBuf stream = stream(300, 1_000, 0);
        stream.setZero(3 + 2 + 5 + 2, stream.writerIndex() - 12);
        assertThat(id(stream, stream.writerIndex() - 3, true)).isEqualTo(300);
    }

    @Test
    void oneFailureLeavesNoTraces() {
        ByteBuf stream = stream(77, 5_000, 6);
        assertRefused(stream, 4, WireException.BAD_COMPRESSION);
        assertThat(id(stream, stream.writerIndex() - 3, true)).isEqualTo(77);
    }

    @Test
    void readsBuffersInPieces() {
        ByteBuf stream = stream(77, 5_000, 6);
        ByteBuf pieces = Unpooled.wrappedBuffer(stream.slice(0, 10), stream.slice(10, stream.writerIndex() - 10));
        assertThat(id(pieces, pieces.writerIndex() - 3, true)).isEqualTo(77);
    }

    @Test
    void allocatesNothing() {
        ByteBuf from = stream(77, 5_000, 6);
        // Leak detection wraps each buffer and notes each use of it.
        ByteBuf stream = new UnpooledByteBufAllocator(true, true).directBuffer().writeBytes(from);
        AllocationMeter meter = new AllocationMeter(Thread.currentThread().threadId());
        int rounds = 2_000;

        double bytes = meter.bytesPerChunk(
                () -> {
                    for (int i = 0; i < rounds; i++) {
                        assert id(stream, stream.writerIndex() - 3, true) == 77;
                    }
                },
                rounds,
                AllocationMeter.NOTHING);

        assertThat(bytes).isLessThan(AllocationMeter.NOTHING);
        stream.release();
    }

    private void assertRefused(ByteBuf stream, int bytes, WireException expected) {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> id(stream, bytes, true))
                .isSameAs(expected);
    }
}
