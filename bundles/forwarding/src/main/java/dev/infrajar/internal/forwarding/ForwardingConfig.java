// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.nio.file.Path;

/**
 * The {@code [forwarding]} table: how backends are told who a player is. All of it changes live.
 *
 * @param mode of servers without one of their own
 * @param secretFile what proxy and backends share
 */
@ConfigSection(id = ForwardingConfig.ID, table = "forwarding")
record ForwardingConfig(
        @Key(
                doc =
                        "How backends learn the player's address, UUID and skin: `none`; `velocity` (also `modern`), where the"
                                + " backend asks and checks a signature; `bungeeguard` (also `bungee_guard`), where a token in the"
                                + " handshake proves the proxy; `bungeecord` (also `bungee_cord`, `legacy`), where nothing does, so that"
                                + " nobody else may reach the backend's port. `velocity` needs a proxy that takes part in the login: with"
                                + " `passthrough`, `zero_copy` and `server_only` such servers are told nothing.",
                byDefault = "\"none\"")
        ForwardingMode mode,

        @Key(
                doc =
                        "The file with the secret of `velocity`, which is the token of `bungeeguard` too; one line. It is made,"
                                + " readable for its owner alone, when it is needed and missing. `reload` reads it again.",
                byDefault = "\"forwarding.secret\"")
        Path secretFile) {
    static final String ID = "forwarding";
}
