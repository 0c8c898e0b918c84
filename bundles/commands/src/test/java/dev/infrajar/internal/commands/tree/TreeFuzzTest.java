// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The first byte says which version, the rest is the tree. What can be grafted can be read again, and has the new nodes. */
class TreeFuzzTest {
    private static final List<Integer> PROTOCOLS =
            SampleTrees.protocols().boxed().toList();

    static Stream<byte[]> seeds() {
        return PROTOCOLS.stream().map(protocol -> {
            ByteBuf seed = Unpooled.buffer().writeByte(PROTOCOLS.indexOf(protocol));
            seed.writeBytes(SampleTrees.pair(protocol).fields());
            return ByteBufUtil.getBytes(seed);
        });
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void graftsOrRefuses(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Parsers parsers = SampleTrees.parsers(PROTOCOLS.get((input[0] & 0xFF) % PROTOCOLS.size()));
        ByteBuf fields = Unpooled.wrappedBuffer(input, 1, input.length - 1);
        if (TreeReader.read(fields, parsers) instanceof TreeScan.Outlined(TreeOutline before)) {
            TreeOutline after = outline(graft(fields, parsers), parsers);
            assertThat(after.count()).isEqualTo(before.count() + 8);
            assertThat(after.childrenOf(after.root()))
                    .isLessThanOrEqualTo(before.childrenOf(before.root()) + SampleNodes.NODES.size());
        } else {
            assertThat(TreeGraft.graft(fields, parsers, SampleNodes.NODES, Unpooled.buffer()))
                    .isNotInstanceOf(Grafted.Whole.class);
        }
    }

    private static ByteBuf graft(ByteBuf fields, Parsers parsers) {
        ByteBuf out = Unpooled.buffer();
        assertThat(TreeGraft.graft(fields, parsers, SampleNodes.NODES, out)).isEqualTo(new Grafted.Whole());
        return out;
    }

    private static TreeOutline outline(ByteBuf fields, Parsers parsers) {
        TreeScan scan = TreeReader.read(fields, parsers);
        assertThat(scan).isInstanceOf(TreeScan.Outlined.class);
        return ((TreeScan.Outlined) scan).outline();
    }
}
