// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.ServerDefinition;
import net.kyori.adventure.text.Component;

/** How a step that may end a login ended: with a server, with a text for the player, or without a word. */
sealed interface Step {
    record Go(ServerDefinition server) implements Step {}

    record Refuse(Component text, String reason) implements Step {}

    record Drop() implements Step {}

    /** The step that a verdict on a server means. */
    static Step of(Verdict verdict, ServerDefinition server) {
        return switch (verdict) {
            case Verdict.Pass() -> new Go(server);
            case Verdict.Refuse(Component text, String reason) -> new Refuse(text, reason);
            case Verdict.Drop(String reason) -> new Drop();
        };
    }
}
