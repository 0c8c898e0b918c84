// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeGraftTest {
    private static IntStream protocols() {
        return SampleTrees.protocols();
    }

    private static Grafted graft(ByteBuf fields, int protocol) {
        return TreeGraft.graft(fields, SampleTrees.parsers(protocol), SampleNodes.NODES, Unpooled.buffer());
    }

    private static ByteBuf whole(ByteBuf fields, int protocol) {
        return whole(fields, protocol, SampleNodes.NODES);
    }

    private static ByteBuf whole(ByteBuf fields, int protocol, List<GraftNode> nodes) {
        ByteBuf out = Unpooled.buffer();
        assertThat(TreeGraft.graft(fields, SampleTrees.parsers(protocol), nodes, out))
                .isEqualTo(new Grafted.Whole());
        return out;
    }

    private static TreeOutline outline(ByteBuf fields, int protocol) {
        TreeScan scan = TreeReader.read(fields, SampleTrees.parsers(protocol));
        assertThat(scan).isInstanceOf(TreeScan.Outlined.class);
        return ((TreeScan.Outlined) scan).outline();
    }

    /** A tree of literals without names; each node is written as its flags, its children, and its redirect if it has one. */
    private static ByteBuf tree(int root, int[]... nodes) {
        ByteBuf out = Unpooled.buffer();
        VarInts.write(out, nodes.length);
        for (int[] node : nodes) {
            out.writeByte(node[0]);
            boolean redirects = (node[0] & NodeFlags.REDIRECTS) != 0;
            int children = node.length - 1 - (redirects ? 1 : 0);
            VarInts.write(out, children);
            IntStream.rangeClosed(1, children).forEach(i -> VarInts.write(out, node[i]));
            if (redirects) {
                VarInts.write(out, node[node.length - 1]);
            }
            if ((node[0] & NodeFlags.KIND) == NodeFlags.LITERAL) {
                WireStrings.write(out, "");
            }
        }
        VarInts.write(out, root);
        return out;
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void addsNodesAsTheDefinitionOfTheVersionWritesThem(int protocol) {
        SampleTrees.Pair pair = SampleTrees.pair(protocol);

        assertThat(ByteBufUtil.hexDump(whole(pair.fields(), protocol))).isEqualTo(pair.after());
    }

    /** As they come: a part of what was read. */
    @Test
    void addsNodesToFieldsInTheMiddleOfABuffer() {
        SampleTrees.Pair pair = SampleTrees.pair(775);
        ByteBuf fields = pair.fields();
        ByteBuf read = ByteBufAllocator.DEFAULT.buffer().writeZero(2).writeBytes(fields, 0, fields.readableBytes());

        ByteBuf slice = read.slice(1, fields.readableBytes() + 1).skipBytes(1);
        ByteBuf retained = read.retainedSlice(2, fields.readableBytes());

        assertThat(ByteBufUtil.hexDump(whole(slice, 775))).isEqualTo(pair.after());
        assertThat(ByteBufUtil.hexDump(whole(retained, 775))).isEqualTo(pair.after());
        retained.release();
        read.release();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void readsWhatItHasWritten(int protocol) {
        SampleTrees.Pair pair = SampleTrees.pair(protocol);

        assertThat(outline(whole(pair.fields(), protocol), protocol).count())
                .isEqualTo(outline(pair.fields(), protocol).count() + 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {393, 765})
    void leavesTheNodesOfVanillaAsTheyAre(int protocol) {
        ByteBuf before = SampleTrees.vanilla(protocol);
        TreeOutline tree = outline(before, protocol);
        ByteBuf after = whole(before, protocol);
        TreeOutline grafted = outline(after, protocol);

        assertThat(grafted.root()).isEqualTo(tree.root()).isZero();
        assertThat(grafted.childrenOf(0)).isEqualTo(tree.childrenOf(0) + SampleNodes.NODES.size());
        int from = tree.start(1);
        int length = tree.start(tree.count()) - from;
        assertThat(ByteBufUtil.hexDump(after, grafted.start(1), length))
                .isEqualTo(ByteBufUtil.hexDump(before, from, length));
    }

    @Test
    void doesNotMoveTheReaderIndex() {
        ByteBuf fields = SampleTrees.vanilla(765);
        whole(fields, 765);

        assertThat(fields.readerIndex()).isZero();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void refusesEveryTreeThatIsCut(int protocol) {
        ByteBuf whole = SampleTrees.pair(protocol).fields();

        for (int length = 0; length < whole.readableBytes(); length++) {
            assertThat(graft(whole.slice(0, length), protocol))
                    .as("length %s", length)
                    .isNotInstanceOf(Grafted.Whole.class);
        }
    }

    @Test
    void leavesTreesWithUnknownParsersAlone() {
        ByteBuf fields = Unpooled.buffer();
        VarInts.write(fields, 2);
        fields.writeByte(NodeFlags.ROOT).writeByte(1).writeByte(1);
        fields.writeByte(NodeFlags.ARGUMENT).writeByte(0);
        WireStrings.write(fields, "mod");
        VarInts.write(fields, 57);
        fields.writeByte(0);

        assertThat(graft(fields, 775)).isEqualTo(new Grafted.Untouched("it has a parser that is not known"));
    }

    @Test
    void leavesBrokenTreesOfNewerVersionsAlone() {
        ByteBuf cut = SampleTrees.pair(775).fields().slice(0, 100);

        assertThat(graft(cut, 776)).isInstanceOf(Grafted.Impossible.class);
        assertThat(graft(cut, 777)).isInstanceOf(Grafted.Untouched.class);
    }

    @Test
    void leavesTreesWithTooManyNodesAlone() {
        ByteBuf fields = Unpooled.buffer();
        VarInts.write(fields, TreeReader.MAX_NODES + 1);
        fields.writeZero(2 * TreeReader.MAX_NODES + 2);

        assertThat(graft(fields, 765)).isInstanceOf(Grafted.Untouched.class);
    }

    @Test
    void refusesMoreNodesThanBytes() {
        ByteBuf fields = Unpooled.buffer();
        VarInts.write(fields, Integer.MAX_VALUE);

        assertThat(graft(fields, 765)).isInstanceOf(Grafted.Impossible.class);
    }

    @Test
    void refusesChildrenThatRunInCircles() {
        ByteBuf fields = tree(0, new int[] {0, 1}, new int[] {1, 2}, new int[] {1, 1});

        assertThat(graft(fields, 765)).isEqualTo(new Grafted.Impossible("its nodes run in circles"));
    }

    @Test
    void refusesRedirectsThatRunInCircles() {
        ByteBuf fields = tree(0, new int[] {0, 1, 2}, new int[] {9, 2}, new int[] {9, 1});

        assertThat(graft(fields, 765)).isEqualTo(new Grafted.Impossible("its redirects run in circles"));
    }

    @Test
    void acceptsRedirectsToTheRootAndToOneAnother() {
        ByteBuf fields = tree(0, new int[] {0, 1, 2}, new int[] {9, 2}, new int[] {9, 0});

        assertThat(graft(fields, 765)).isInstanceOf(Grafted.Whole.class);
    }

    @Test
    void refusesNodesThatAreNotThere() {
        assertThat(graft(tree(0, new int[] {0, 1}), 765)).isInstanceOf(Grafted.Impossible.class);
        assertThat(graft(tree(0, new int[] {8, 7}), 765)).isInstanceOf(Grafted.Impossible.class);
        assertThat(graft(tree(3, new int[] {0}), 765)).isEqualTo(new Grafted.Impossible("it has no root"));
    }

    @Test
    void refusesTreesThatAreTooDeep() {
        int[][] nodes = IntStream.range(0, 600)
                .mapToObj(node -> node == 0 ? new int[] {0, 1} : node == 599 ? new int[] {1} : new int[] {1, node + 1})
                .toArray(int[][]::new);

        assertThat(graft(tree(0, nodes), 765)).isEqualTo(new Grafted.Impossible("it is 599 levels deep"));
    }

    @Test
    void hasNoTreesBefore1_13() {
        assertThat(SampleTrees.TABLES.at(340)).isEmpty();
        assertThat(SampleTrees.TABLES.at(393)).isPresent();
    }

    @Test
    void addsNothingToATreeWithoutNodes() {
        ByteBuf fields = tree(0, new int[] {0});

        assertThat(ByteBufUtil.hexDump(whole(fields, 765, List.of()))).isEqualTo(ByteBufUtil.hexDump(fields));
    }
}
