// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.Compressor;
import dev.infrajar.net.compression.Decompressor;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopCodecsTest {
    private final EventLoop loop = new EmbeddedChannel().eventLoop();
    private final List<String> notes = new ArrayList<>();
    private final Leveled factory = new Leveled();
    private final LoopCodecs codecs = new LoopCodecs();

    /** Writes its level, and notes when it is closed. */
    private final class Leveled implements CompressionFactory {
        private int level = 4;

        @Override
        public int level() {
            return level;
        }

        @Override
        public Compressor newCompressor() {
            int own = level;
            return new Compressor() {
                @Override
                public void compress(ByteBuf in, ByteBuf out) {
                    out.writeByte(own);
                }

                @Override
                public void close() {
                    notes.add("closed " + own);
                }
            };
        }

        @Override
        public Decompressor newDecompressor() {
            throw new UnsupportedOperationException();
        }
    }

    private static int levelOf(LoopCodec codec) {
        ByteBuf out = Unpooled.buffer();
        codec.deflate(Unpooled.EMPTY_BUFFER, 0, 0, out);
        return out.readByte();
    }

    @Test
    void sessionsOfOneLoopShareACompressor() {
        LoopCodec first = codecs.enter(loop, factory);

        assertThat(codecs.enter(loop, factory)).isSameAs(first);
    }

    @Test
    void sessionThatBeginsAfterAChangeOfTheLevelGetsIt() {
        LoopCodec old = codecs.enter(loop, factory);
        assertThat(levelOf(old)).isEqualTo(4);

        factory.level = 9;
        LoopCodec changed = codecs.enter(loop, factory);

        assertThat(levelOf(changed)).isEqualTo(9);
        assertThat(levelOf(old)).as("a running session's").isEqualTo(4);
        assertThat(codecs.enter(loop, factory)).isSameAs(changed);
    }

    @Test
    void lastSessionOfALevelFreesItsCompressor() {
        LoopCodec old = codecs.enter(loop, factory);
        levelOf(old);
        factory.level = 9;
        LoopCodec changed = codecs.enter(loop, factory);
        levelOf(changed);

        codecs.leave(loop, old);
        assertThat(notes).containsExactly("closed 4");
        codecs.leave(loop, changed);
        assertThat(notes).containsExactly("closed 4", "closed 9");
    }
}
