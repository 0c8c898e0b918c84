// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;

/**
 * The keys about commands. All of it changes live.
 *
 * @param announceProxyCommands whether command trees get the proxy's commands
 */
@ConfigSection(id = CommandsConfig.ID)
record CommandsConfig(
        @Key(
                doc =
                        "Whether players (1.13 and newer) are shown the commands of the proxy and its plugins beside those of the"
                                + " backend. The commands themselves work in any case.",
                byDefault = "true")
        boolean announceProxyCommands) {
    static final String ID = "commands";
}
