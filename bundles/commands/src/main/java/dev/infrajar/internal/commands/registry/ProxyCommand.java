// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.tree.GraftNode;
import java.util.List;

/** A command that the proxy answers: its own, or a plugin's. Thread-safe; none of it is called on an event loop. */
public interface ProxyCommand {
    /** What it is called in its bundle. */
    String name();

    /** Other words for it. */
    List<String> aliases();

    /** Where it comes from: the symbolic name of its bundle. */
    String bundle();

    /** What it does: one line, may be empty. */
    String description();

    /** What a player needs to call it; empty: nothing. */
    String permission();

    /** Whether it can be called already. */
    default boolean isReady() {
        return true;
    }

    /** Whether a source may see and call it. May wait for a plugin. */
    default boolean isOpenTo(CommandSource source) {
        return permission().isEmpty() || source.hasPermission(permission());
    }

    /** What may follow its name, and whether nothing may, for a source that may call it. May wait for a plugin. */
    GraftNode.Literal tree(String label, CommandSource source);

    /** Does it, for a source that may call it; blocks. What goes wrong is told to the source. */
    void execute(CommandSource source, CommandLine line);

    /** Whole words that the last word could be; blocks. */
    List<String> complete(CommandSource source, CommandLine line);
}
