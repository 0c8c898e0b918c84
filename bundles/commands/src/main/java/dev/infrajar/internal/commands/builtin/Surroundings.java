// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerStates;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.transport.Backends;
import java.util.Optional;

/** What the sub-commands use of other bundles, each of which may be away at any moment. Callable from any thread. */
public interface Surroundings {
    /** The sessions. */
    Optional<Sessions> sessions();

    /** The servers. */
    Optional<Router> router();

    /** The health of servers. */
    Optional<Backends> backends();

    /** The states of servers that are started on demand. */
    Optional<ServerStates> states();

    /** A command of the console. */
    Optional<ConsoleCommand> console(String name);

    /** The proxy's version. */
    String version();
}
