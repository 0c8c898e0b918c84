// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import java.util.List;

/** A node that the proxy adds to a tree. */
public sealed interface GraftNode {
    /** What it is called: unique among its siblings. */
    String name();

    /** What may follow it. */
    List<GraftNode> children();

    /**
     * A word.
     *
     * @param isExecutable whether the line may end here
     */
    record Literal(String name, boolean isExecutable, List<GraftNode> children) implements GraftNode {
        /** Copies. */
        public Literal {
            children = List.copyOf(children);
        }
    }

    /**
     * Something that the player fills in.
     *
     * @param isExecutable whether the line may end here
     * @param asksProxy whether the client asks for completions
     */
    record Argument(String name, Kind kind, boolean isExecutable, boolean asksProxy, List<GraftNode> children)
            implements GraftNode {
        /** Copies. */
        public Argument {
            children = List.copyOf(children);
        }
    }

    /**
     * Another word for a literal of the same list.
     *
     * @param target the literal's name
     */
    record Alias(String name, String target) implements GraftNode {
        @Override
        public List<GraftNode> children() {
            return List.of();
        }
    }

    /** What a player may fill in. */
    enum Kind {
        /** Anything without a space. */
        WORD,
        /** A whole number. */
        INTEGER,
        /** The rest of the line. */
        TEXT
    }
}
