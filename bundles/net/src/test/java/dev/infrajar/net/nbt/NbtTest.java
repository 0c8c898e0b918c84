// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.nbt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NbtTest {
    private static final NbtLimits LIMITS = new NbtLimits(512, 1 << 24);

    private static ByteBuf hex(String digits) {
        return Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(digits.replace(" ", "")));
    }

    private static Optional<NbtTag> read(String digits) {
        ByteBuf in = hex(digits);
        Optional<NbtTag> tag = NbtReader.read(in, NbtRoot.NAMELESS, LIMITS);
        assertThat(in.isReadable()).isFalse();
        return tag;
    }

    private static String written(NbtRoot root, NbtTag tag) {
        ByteBuf out = Unpooled.buffer();
        NbtWriter.write(out, root, tag);
        return ByteBufUtil.hexDump(out);
    }

    @Test
    void readsEveryType() {
        String digits = "0a" // compound
                + "01 0001 61 ff" // byte a = -1
                + "02 0001 62 0102" // short b
                + "03 0001 63 7fffffff" // int c
                + "04 0001 64 8000000000000000" // long d
                + "05 0001 65 3f800000" // float e = 1
                + "06 0001 66 bff0000000000000" // double f = -1
                + "07 0001 67 00000002 0180" // byte array g
                + "08 0001 68 0003 e282ac" // string h, the euro sign
                + "09 0001 69 03 00000002 00000001 00000002" // list i of ints
                + "0a 0001 6a 00" // compound j
                + "0b 0001 6b 00000001 00000005" // int array k
                + "0c 0001 6c 00000001 0000000000000006" // long array l
                + "00";
        Map<String, NbtTag> expected = new LinkedHashMap<>();
        expected.put("a", new NbtTag.Int8((byte) -1));
        expected.put("b", new NbtTag.Int16((short) 0x0102));
        expected.put("c", new NbtTag.Int32(Integer.MAX_VALUE));
        expected.put("d", new NbtTag.Int64(Long.MIN_VALUE));
        expected.put("e", new NbtTag.Float32(1));
        expected.put("f", new NbtTag.Float64(-1));
        expected.put("g", new NbtTag.ByteArray(new byte[] {1, -128}));
        expected.put("h", new NbtTag.Text("€"));
        expected.put("i", new NbtTag.Sequence(List.of(new NbtTag.Int32(1), new NbtTag.Int32(2))));
        expected.put("j", new NbtTag.Compound(Map.of()));
        expected.put("k", new NbtTag.IntArray(new int[] {5}));
        expected.put("l", new NbtTag.LongArray(new long[] {6}));
        NbtTag tree = new NbtTag.Compound(expected);

        assertThat(read(digits)).contains(tree);
        assertThat(written(NbtRoot.NAMELESS, tree)).isEqualTo(digits.replace(" ", ""));
        ByteBuf in = hex(digits);
        NbtReader.skip(in, NbtRoot.NAMELESS, LIMITS);
        assertThat(in.isReadable()).isFalse();
    }

    @Test
    void readsTheNameOfARootWhereThereIsOne() {
        NbtTag tree = new NbtTag.Compound(Map.of("a", NbtTag.Int8.of(true)));

        assertThat(written(NbtRoot.NAMED, tree)).isEqualTo("0a0000" + "01000161" + "01" + "00");
        assertThat(NbtReader.read(hex("0a0002787a 01000161 01 00"), NbtRoot.NAMED, LIMITS))
                .contains(tree);
        assertThat(written(NbtRoot.NAMELESS, tree)).isEqualTo("0a" + "01000161" + "01" + "00");
    }

    @Test
    void readsASingleEndTagAsNone() {
        ByteBuf out = Unpooled.buffer();
        NbtWriter.write(out, NbtRoot.NAMED, Optional.empty());

        assertThat(ByteBufUtil.hexDump(out)).isEqualTo("00");
        assertThat(NbtReader.read(out, NbtRoot.NAMED, LIMITS)).isEmpty();
        assertThat(read("00")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "äß", "€", "𝄞 clef", "\uD800", "aé€𝄞"})
    void encodesTextsAsJavaDoes(String text) throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        new DataOutputStream(expected).writeUTF(text);

        ByteBuf out = Unpooled.buffer();
        NbtWriter.write(out, NbtRoot.NAMELESS, new NbtTag.Text(text));

        assertThat(ByteBufUtil.getBytes(out)).endsWith(expected.toByteArray()).startsWith(8);
        assertThat(NbtReader.read(out, NbtRoot.NAMELESS, LIMITS)).contains(new NbtTag.Text(text));
    }

    @Test
    void refusesToWriteTextsThatDoNotFit() {
        NbtTag text = new NbtTag.Text("€".repeat(21_846));

        assertThatIllegalArgumentException().isThrownBy(() -> written(NbtRoot.NAMELESS, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"08 0001 80", "08 0001 c3", "08 0002 c341", "08 0002 e282", "08 0001 ff", "08 0004 f09d849e"})
    void refusesBadText(String digits) {
        assertThatThrownBy(() -> read(digits)).isSameAs(WireException.MALFORMED_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0d",
                "ff", // no such type
                "09 00 00000001",
                "09 00 7fffffff", // a list of ends
                "09 01 ffffffff",
                "07 ffffffff", // negative counts
                "0a 0d 0000 00", // no such type in a compound
                "09 0d 00000000" // a list of no such type
            })
    void refusesMalformedTags(String digits) {
        assertThatThrownBy(() -> read(digits)).isSameAs(WireException.NBT_MALFORMED);
        assertThatThrownBy(() -> NbtReader.skip(hex(digits), NbtRoot.NAMELESS, LIMITS))
                .isSameAs(WireException.NBT_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0a",
                "01",
                "02 01",
                "08 00",
                "08 0002 61",
                "0a 01 0001 61",
                "07 7fffffff 01",
                "0b 7fffffff 00000000",
                "0c 7fffffff",
                "09 0a 7fffffff",
                "09 04 1fffffff",
                "0c 20000001"
            })
    void refusesCountsBeforeTheyAreAllocated(String digits) {
        assertThatThrownBy(() -> read(digits)).isSameAs(WireException.TRUNCATED);
        assertThatThrownBy(() -> NbtReader.skip(hex(digits), NbtRoot.NAMELESS, LIMITS))
                .isSameAs(WireException.TRUNCATED);
    }

    @ParameterizedTest
    @EnumSource(
            value = NbtType.class,
            names = {"LIST", "COMPOUND"})
    void readsAsDeepAsAllowedAndNoDeeper(NbtType type) {
        int depth = NbtLimits.MAX_DEPTH;
        ByteBuf allowed = nested(type, depth);

        assertThat(NbtReader.read(allowed, NbtRoot.NAMELESS, LIMITS)).isPresent();
        assertThat(allowed.isReadable()).isFalse();
        NbtReader.skip(nested(type, depth), NbtRoot.NAMELESS, LIMITS);

        assertThatThrownBy(() -> NbtReader.read(nested(type, depth + 1), NbtRoot.NAMELESS, LIMITS))
                .isSameAs(WireException.NBT_TOO_DEEP);
        assertThatThrownBy(() -> NbtReader.skip(nested(type, 1_000_000), NbtRoot.NAMELESS, LIMITS))
                .isSameAs(WireException.NBT_TOO_DEEP);
    }

    private static ByteBuf nested(NbtType type, int depth) {
        ByteBuf out = Unpooled.buffer();
        if (type == NbtType.LIST) {
            out.writeByte(NbtType.LIST.id());
            for (int i = 1; i < depth; i++) {
                out.writeByte(NbtType.LIST.id()).writeInt(1);
            }
            return out.writeByte(0).writeInt(0);
        }
        for (int i = 0; i < depth; i++) {
            out.writeByte(NbtType.COMPOUND.id());
            if (i > 0) {
                out.writeShort(0);
            }
        }
        return out.writeZero(depth);
    }

    @Test
    void boundsTheMemoryOfATree() {
        int count = 1_000_000;
        ByteBuf emptyCompounds = Unpooled.buffer()
                .writeByte(NbtType.LIST.id())
                .writeByte(NbtType.COMPOUND.id())
                .writeInt(count)
                .writeZero(count);

        assertThatThrownBy(() -> NbtReader.read(emptyCompounds.duplicate(), NbtRoot.NAMELESS, LIMITS))
                .isSameAs(WireException.NBT_TOO_LARGE);
        NbtReader.skip(emptyCompounds, NbtRoot.NAMELESS, LIMITS);
        assertThat(emptyCompounds.isReadable()).isFalse();
    }

    @Test
    void readsWhatItWrites() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            NbtTag tree = tree(random, 4);
            NbtRoot root = random.nextBoolean() ? NbtRoot.NAMED : NbtRoot.NAMELESS;
            ByteBuf buffer = Unpooled.buffer();
            NbtWriter.write(buffer, root, tree);

            ByteBuf skipped = buffer.duplicate();
            NbtReader.skip(skipped, root, LIMITS);
            assertThat(skipped.isReadable()).isFalse();
            assertThat(NbtReader.read(buffer, root, LIMITS)).contains(tree);
            assertThat(buffer.isReadable()).isFalse();
        }
    }

    private static NbtTag tree(Random random, int depth) {
        return tag(NbtType.of(1 + random.nextInt(12)), random, depth);
    }

    private static NbtTag tag(NbtType type, Random random, int depth) {
        return switch (type) {
            case END -> throw new IllegalArgumentException();
            case BYTE -> new NbtTag.Int8((byte) random.nextInt());
            case SHORT -> new NbtTag.Int16((short) random.nextInt());
            case INT -> new NbtTag.Int32(random.nextInt());
            case LONG -> new NbtTag.Int64(random.nextLong());
            case FLOAT -> new NbtTag.Float32(random.nextFloat());
            case DOUBLE -> new NbtTag.Float64(random.nextDouble());
            case BYTE_ARRAY -> new NbtTag.ByteArray(new byte[random.nextInt(9)]);
            case INT_ARRAY -> new NbtTag.IntArray(random.ints(random.nextInt(9)).toArray());
            case LONG_ARRAY ->
                new NbtTag.LongArray(random.longs(random.nextInt(9)).toArray());
            case STRING -> new NbtTag.Text(Integer.toString(random.nextInt(), Character.MAX_RADIX));
            case LIST -> list(random, depth);
            case COMPOUND -> compound(random, depth);
        };
    }

    private static NbtTag list(Random random, int depth) {
        NbtType type = NbtType.of(1 + random.nextInt(depth == 0 ? 8 : 12));
        List<NbtTag> values = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            values.add(tag(type, random, depth - 1));
        }
        return new NbtTag.Sequence(values);
    }

    private static NbtTag compound(Random random, int depth) {
        Map<String, NbtTag> values = new LinkedHashMap<>();
        for (int i = depth == 0 ? 0 : random.nextInt(5); i > 0; i--) {
            values.put("k" + random.nextInt(100), tree(random, depth - 1));
        }
        return new NbtTag.Compound(values);
    }

    @Test
    void refusesListsOfDifferentTypes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NbtTag.Sequence(List.of(new NbtTag.Text("a"), new NbtTag.Int32(1))));
    }

    @Test
    void findsTextsOfCompounds() {
        NbtTag.Compound compound =
                new NbtTag.Compound(Map.of("name", new NbtTag.Text("x"), "count", new NbtTag.Int32(1)));

        assertThat(compound.text("name")).contains("x");
        assertThat(compound.text("count")).isEmpty();
        assertThat(compound.get("count")).contains(new NbtTag.Int32(1));
        assertThat(compound.get("other")).isEmpty();
    }
}
