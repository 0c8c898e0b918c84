// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.motd;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.util.Optional;

/**
 * The {@code [default_motd.STATE]} tables of {@code infrarust.toml}.
 *
 * @param online shown for hosts that lead to no server
 * @param unreachable for servers whose file has no motd.unreachable
 * @param offline for servers whose file has neither motd.offline nor motd.unreachable
 * @param sleeping for servers whose file has no motd.sleeping
 * @param starting for servers whose file has no motd.starting
 * @param crashed for servers whose file has no motd.crashed
 * @param stopping for servers whose file has no motd.stopping
 */
@ConfigSection(id = "default-motd", table = "default_motd")
public record DefaultMotdConfig(
        @Key(doc = "Shown for hosts that lead to no server.")
        Optional<MotdEntry> online,

        @Key(doc = "Shown when a backend does not answer and its server file has no motd.unreachable.")
        Optional<MotdEntry> unreachable,

        @Key(
                doc = "Shown when a backend refuses the connection and its server file has neither motd.offline nor"
                        + " motd.unreachable.")
        Optional<MotdEntry> offline,

        @Key(doc = "Shown for a managed server in this state whose server file has no motd.sleeping.")
        Optional<MotdEntry> sleeping,

        @Key(doc = "Shown for a managed server in this state whose server file has no motd.starting.")
        Optional<MotdEntry> starting,

        @Key(doc = "Shown for a managed server in this state whose server file has no motd.crashed.")
        Optional<MotdEntry> crashed,

        @Key(doc = "Shown for a managed server in this state whose server file has no motd.stopping.")
        Optional<MotdEntry> stopping) {

    /** An entry for no state. */
    public static final DefaultMotdConfig NONE = new DefaultMotdConfig(
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
