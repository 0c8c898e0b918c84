// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.server.Server;
import dev.infrajar.net.core.LoginVerdict;
import net.kyori.adventure.text.Component;

/** What one listener's decision does to a chain. */
sealed interface Step {
    /** The next listener is asked. */
    record Pass() implements Step {}

    /** The chain ends. */
    record Deny(Component reason) implements Step {}

    /** The next listener is asked about this server. */
    record Redirect(Server target) implements Step {}

    /** The next listener is asked; the player proves who it is, or need not. */
    record Prove(LoginVerdict.Proof proof) implements Step {}
}
