// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.util.Optional;

/**
 * The {@code [motd.STATE]} tables of a server file.
 *
 * @param online laid over the answer of the backend: its text always, the rest where it is set
 * @param unreachable shown when no backend address answers
 * @param offline refused
 * @param sleeping refused
 * @param starting refused
 * @param crashed refused
 * @param stopping refused
 */
@ConfigSection(id = "motd", table = "motd", file = ConfigSection.SERVER)
public record MotdConfig(
        @Key(doc = "Laid over the answer of the backend: its text always, the rest where it is set.")
        Optional<MotdEntry> online,

        @Key(doc = "Shown when no backend address answers.") Optional<MotdEntry> unreachable,
        @Key(doc = LaterStates.OFFLINE) Optional<MotdEntry> offline,
        @Key(doc = LaterStates.MANAGED) Optional<MotdEntry> sleeping,
        @Key(doc = LaterStates.MANAGED) Optional<MotdEntry> starting,
        @Key(doc = LaterStates.MANAGED) Optional<MotdEntry> crashed,
        @Key(doc = LaterStates.MANAGED) Optional<MotdEntry> stopping) {

    /** An entry for no state. */
    static final MotdConfig NONE = of(Optional.empty(), Optional.empty());

    /** Refuses what would never be shown. */
    public MotdConfig {
        LaterStates.refuse(offline, sleeping, starting, crashed, stopping);
    }

    static MotdConfig of(Optional<MotdEntry> online, Optional<MotdEntry> unreachable) {
        return new MotdConfig(
                online,
                unreachable,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
