// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.command;

import java.util.List;

/**
 * A command that was typed.
 *
 * @param source who calls
 * @param label the word that was used: the name, an alias, or the name behind its bundle's
 * @param arguments what was typed, one for each declared argument that is there
 */
public record CommandCall(CommandSource source, String label, List<String> arguments) {
    /** Copies. */
    public CommandCall {
        arguments = List.copyOf(arguments);
    }
}
