// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.List;

/** A command of the operator's console. A service: each bundle brings those about itself. */
public interface ConsoleCommand {
    /**
     * The word that calls it.
     *
     * @return lower case, without spaces
     */
    String name();

    /**
     * Other words that call it.
     *
     * @return lower case, without spaces
     */
    default List<String> aliases() {
        return List.of();
    }

    /**
     * The form of the arguments, for {@code help}.
     *
     * @return for example {@code install|update|remove FILE}; empty when there are none
     */
    String usage();

    /**
     * What it does, for {@code help}.
     *
     * @return one line
     */
    String summary();

    /**
     * Does it. Called on the console's own thread; may block, but the console waits for it.
     *
     * @param arguments what followed the name, split at spaces
     * @param out takes the answer; flushed by the console
     * @throws IllegalArgumentException if the arguments are wrong; the console shows message and usage
     */
    void run(List<String> arguments, ConsoleWriter out);

    /**
     * What the last word could be, for completion in a terminal. Called on the console's own thread; does not block.
     *
     * @param arguments what followed the name so far; the last one is being typed and may be empty
     * @return whole words; those that do not begin as the last one are left out by the console
     */
    default List<String> complete(List<String> arguments) {
        return List.of();
    }
}
