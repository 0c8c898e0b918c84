// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.registry.ArgumentList;
import java.util.List;

/** A sub-command of {@code /infrarust}. Thread-safe; called on threads that may block. */
interface SubCommand {
    /** The word behind {@code /infrarust}. */
    String name();

    /** What it does: a few words. */
    String summary();

    /** What follows it. */
    default ArgumentList arguments() {
        return ArgumentList.NONE;
    }

    /** Whether it can be called at this moment. */
    default boolean isThere() {
        return true;
    }

    /**
     * Does it.
     *
     * @param source who calls, and reads the answer
     * @param values of the arguments that are there
     */
    void run(CommandSource source, List<String> values);

    /**
     * What the last value could be.
     *
     * @param values those that are there; the last one is being typed
     */
    default List<String> complete(CommandSource source, List<String> values) {
        return List.of();
    }
}
