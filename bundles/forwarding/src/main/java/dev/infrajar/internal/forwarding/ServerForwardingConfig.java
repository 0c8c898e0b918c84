// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.config.ServerRule;
import dev.infrajar.net.core.ServerDefinition;
import java.util.Optional;

/**
 * The key of a server file about forwarding.
 *
 * @param forwardingMode empty: as {@code infrarust.toml} says
 */
@ConfigSection(id = "server-forwarding", file = ConfigSection.SERVER)
record ServerForwardingConfig(
        @Key(
                doc =
                        "How this backend learns who a player is; the words are those of `[forwarding] mode`, which counts where"
                                + " this is missing. `velocity` is refused with `passthrough`, `zero_copy` and `server_only`: nobody"
                                + " answers the backend's question there.")
        Optional<ForwardingMode> forwardingMode)
        implements ServerRule {

    @Override
    public Optional<Problem> problem(ServerDefinition server) {
        return forwardingMode.equals(Optional.of(ForwardingMode.VELOCITY)) && Relays.isOne(server)
                ? Optional.of(new Problem(
                        "forwarding_mode",
                        Relays.NO_VELOCITY.formatted(server.proxyMode().key())))
                : Optional.empty();
    }
}
