// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.command;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A command of a plugin. A service with the properties of {@link CommandDeclaration}; thread-safe. */
@ConsumerType
public interface Command {
    /**
     * What follows the name. Asked once, when the command is registered; one that does not answer in time is not offered.
     *
     * @return the arguments in their order: optional ones behind those that are needed, a text last; none by default
     */
    default List<CommandArgument> arguments() {
        return List.of();
    }

    /**
     * Does it. Called only with arguments as {@link #arguments} declares them, for a source that has the permission.
     *
     * @param call who calls, and with what
     */
    void execute(CommandCall call);

    /**
     * What the last argument could be.
     *
     * @param call who types, and what is there so far; the last argument is being typed and may be empty
     * @return whole words; those that do not begin as the last argument are left out by the proxy
     */
    default List<String> complete(CommandCall call) {
        return List.of();
    }
}
