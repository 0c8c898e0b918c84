// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.config;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;

/**
 * The keys of {@code infrarust.toml} that say how connections are treated.
 *
 * @param unknownDomainBehavior what becomes of a connection whose host leads nowhere
 */
@ConfigSection(id = SessionConfig.ID)
public record SessionConfig(
        @Key(
                byDefault = "\"default_motd\"",
                doc =
                        "What a client gets whose host leads to no server: `default_motd` answers pings with the default MOTD and"
                                + " refuses logins with a text; `drop` closes the connection without a word.")
        UnknownDomainBehavior unknownDomainBehavior) {
    public static final String ID = "session";

    /** The words of the key. */
    public enum UnknownDomainBehavior {
        DEFAULT_MOTD,
        DROP
    }
}
