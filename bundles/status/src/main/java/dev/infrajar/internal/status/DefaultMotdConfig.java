// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.util.Optional;

/**
 * The {@code [default_motd.STATE]} tables of {@code infrarust.toml}.
 *
 * @param online shown for hosts that lead to no server
 * @param unreachable shown when a backend does not answer and its server file has no motd.unreachable
 * @param offline refused
 * @param sleeping refused
 * @param starting refused
 * @param crashed refused
 * @param stopping refused
 */
@ConfigSection(id = "default-motd", table = "default_motd")
public record DefaultMotdConfig(
        @Key(doc = "Shown for hosts that lead to no server.")
        Optional<MotdEntry> online,

        @Key(doc = "Shown when a backend does not answer and its server file has no motd.unreachable.")
        Optional<MotdEntry> unreachable,

        @Key(doc = LaterStates.OFFLINE) Optional<MotdEntry> offline,
        @Key(doc = LaterStates.MANAGED) Optional<MotdEntry> sleeping,
        @Key(doc = LaterStates.MANAGED) Optional<MotdEntry> starting,
        @Key(doc = LaterStates.MANAGED) Optional<MotdEntry> crashed,
        @Key(doc = LaterStates.MANAGED) Optional<MotdEntry> stopping) {

    /** An entry for no state. */
    static final DefaultMotdConfig NONE = of(Optional.empty(), Optional.empty());

    /** Refuses what would never be shown. */
    public DefaultMotdConfig {
        LaterStates.refuse(offline, sleeping, starting, crashed, stopping);
    }

    static DefaultMotdConfig of(Optional<MotdEntry> online, Optional<MotdEntry> unreachable) {
        return new DefaultMotdConfig(
                online,
                unreachable,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
