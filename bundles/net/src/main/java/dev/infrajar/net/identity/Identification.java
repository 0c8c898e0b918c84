// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.identity;

import net.kyori.adventure.text.Component;

/** How a backend can be told of a player, if at all. */
public sealed interface Identification {
    /**
     * In this way.
     *
     * @param identity what it is told; where nothing is forwarded, a host field without identity and no answers
     */
    record Possible(ForwardedIdentity identity) implements Identification {}

    /**
     * Not with this configuration: the player must not join, since the backend would take it for somebody else.
     *
     * @param text what the player reads
     * @param reason one line for logs: what the operator has to mend
     */
    record Impossible(Component text, String reason) implements Identification {}
}
