// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.motd;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.util.Optional;

/**
 * The {@code [motd.STATE]} tables of a server file.
 *
 * @param online laid over the answer of the backend: its text always, the rest where it is set
 * @param unreachable shown when no backend address answers
 * @param offline shown when every backend address refuses the connection
 * @param sleeping shown while a manager has stopped the server
 * @param starting shown while a manager starts the server
 * @param crashed shown when a managed server ended by itself
 * @param stopping shown while a manager stops the server
 */
@ConfigSection(id = "motd", table = "motd", file = ConfigSection.SERVER)
public record MotdConfig(
        @Key(doc = "Laid over the answer of the backend: its text always, the rest where it is set.")
        Optional<MotdEntry> online,

        @Key(
                doc = "Shown when no backend address answers, unless an earlier answer of the backend is still known:"
                        + " then that one is.")
        Optional<MotdEntry> unreachable,

        @Key(
                doc =
                        "Shown when every backend address refuses the connection: the machine is there, and no server runs"
                                + " on it. Where it is missing, this counts as unreachable.")
        Optional<MotdEntry> offline,

        @Key(doc = "Shown while the server is stopped until a player comes. For servers that a bundle manages.")
        Optional<MotdEntry> sleeping,

        @Key(doc = "Shown while the server is being started. For servers that a bundle manages.")
        Optional<MotdEntry> starting,

        @Key(doc = "Shown when the server ended by itself. For servers that a bundle manages.")
        Optional<MotdEntry> crashed,

        @Key(doc = "Shown while the server is being stopped. For servers that a bundle manages.")
        Optional<MotdEntry> stopping) {

    /** An entry for no state. */
    public static final MotdConfig NONE = new MotdConfig(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The entry for a state. */
    Optional<MotdEntry> of(DownState state) {
        return switch (state) {
            case UNREACHABLE -> unreachable;
            case OFFLINE -> offline;
            case SLEEPING -> sleeping;
            case STARTING -> starting;
            case CRASHED -> crashed;
            case STOPPING -> stopping;
        };
    }
}
