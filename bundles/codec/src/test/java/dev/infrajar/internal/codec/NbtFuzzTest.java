// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.nbt.NbtReader;
import dev.infrajar.net.nbt.NbtRoot;
import dev.infrajar.net.nbt.NbtTag;
import dev.infrajar.net.nbt.NbtWriter;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;

/** The first byte says how the root is written. What can be read can be skipped, written, and read again. */
class NbtFuzzTest {
    private static final NbtLimits LIMITS = new NbtLimits(512, 1 << 24);

    @FuzzTest(maxDuration = "3s")
    void readsOrRefuses(byte[] input) {
        if (input.length == 0) {
            return;
        }
        NbtRoot root = input[0] % 2 == 0 ? NbtRoot.NAMELESS : NbtRoot.NAMED;
        ByteBuf in = Unpooled.wrappedBuffer(input, 1, input.length - 1);
        Optional<NbtTag> tag;
        try {
            tag = NbtReader.read(in, root, LIMITS);
        } catch (WireException e) {
            return;
        }
        assertThat(skipped(input, root)).isEqualTo(in.readerIndex());
        ByteBuf out = Unpooled.buffer();
        NbtWriter.write(out, root, tag);
        assertThat(NbtReader.read(out, root, LIMITS)).isEqualTo(tag);
        assertThat(out.isReadable()).isFalse();
    }

    private static int skipped(byte[] input, NbtRoot root) {
        ByteBuf in = Unpooled.wrappedBuffer(input, 1, input.length - 1);
        NbtReader.skip(in, root, LIMITS);
        return in.readerIndex();
    }
}
