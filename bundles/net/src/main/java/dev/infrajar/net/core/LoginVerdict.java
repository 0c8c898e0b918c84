// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.Optional;
import net.kyori.adventure.text.Component;

/** What all login listeners together have decided. */
public sealed interface LoginVerdict {
    /** The login goes on as it is. */
    LoginVerdict ALLOW = new Allow(Optional.empty(), Proof.AS_CONFIGURED);

    /** Whether a player proves who it is. */
    enum Proof {
        /** As the server's mode says. */
        AS_CONFIGURED,
        /** Whatever the mode says. */
        REQUIRED,
        /** Not, whatever the mode says. */
        WAIVED
    }

    /**
     * The login goes on.
     *
     * @param redirect the id of the server it goes to instead; empty: to the one it was going to
     * @param proof the last word of those who said something about it
     */
    record Allow(Optional<String> redirect, Proof proof) implements LoginVerdict {}

    /**
     * The login is refused.
     *
     * @param reason shown to the player
     */
    record Deny(Component reason) implements LoginVerdict {}
}
