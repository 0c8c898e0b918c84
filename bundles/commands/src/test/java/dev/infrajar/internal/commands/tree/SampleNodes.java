// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import java.util.List;

/** What the known grafted trees have in addition. */
final class SampleNodes {
    static final List<GraftNode> NODES = List.of(
            new GraftNode.Literal(
                    "infrarust",
                    false,
                    List.of(
                            new GraftNode.Literal("list", true, List.of()),
                            new GraftNode.Literal(
                                    "find",
                                    false,
                                    List.of(new GraftNode.Argument(
                                            "name", GraftNode.Kind.WORD, true, true, List.of()))))),
            new GraftNode.Alias("ir", "infrarust"),
            new GraftNode.Literal(
                    "hello",
                    true,
                    List.of(new GraftNode.Argument(
                            "times",
                            GraftNode.Kind.INTEGER,
                            true,
                            false,
                            List.of(new GraftNode.Argument("words", GraftNode.Kind.TEXT, true, true, List.of()))))));

    private SampleNodes() {}
}
