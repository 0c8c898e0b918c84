// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.LoginDecision;
import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.net.core.LoginVerdict;
import dev.infrajar.net.core.ServerLookup;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;

/** Tells usable answers of plugins from unusable ones. A plugin is not bound by our null checks: anything may be null. */
final class AnswerReader {
    private AnswerReader() {}

    static Read<StatusAnswer> status(@Nullable StatusAnswer answer) {
        if (answer == null) {
            return new Read.Invalid<>("answered null");
        }
        if (Stream.of(answer.description(), answer.versionName(), answer.favicon())
                .anyMatch(Objects::isNull)) {
            return new Read.Invalid<>("answered a status without description, version name or favicon (null)");
        }
        if (answer.onlinePlayers() < 0 || answer.maxPlayers() < 0) {
            return new Read.Invalid<>("answered a negative number of players");
        }
        return new Read.Valid<>(answer);
    }

    static Read<Step> login(@Nullable LoginDecision decision, ServerLookup servers) {
        return switch (decision) {
            case null -> new Read.Invalid<>("answered null");
            case LoginDecision.Allow() -> new Read.Valid<>(new Step.Pass());
            case LoginDecision.Deny(Component reason) -> deny(reason);
            case LoginDecision.Redirect(String serverId) -> redirect(serverId, servers);
            case LoginDecision.ForceOnline() -> new Read.Valid<>(new Step.Prove(LoginVerdict.Proof.REQUIRED));
            case LoginDecision.ForceOffline() -> new Read.Valid<>(new Step.Prove(LoginVerdict.Proof.WAIVED));
        };
    }

    static Read<Step> serverConnect(@Nullable ServerConnectDecision decision, ServerLookup servers) {
        return switch (decision) {
            case null -> new Read.Invalid<>("answered null");
            case ServerConnectDecision.Allow() -> new Read.Valid<>(new Step.Pass());
            case ServerConnectDecision.Deny(Component reason) -> deny(reason);
            case ServerConnectDecision.ConnectTo(String serverId) -> redirect(serverId, servers);
        };
    }

    private static Read<Step> deny(@Nullable Component reason) {
        return reason == null
                ? new Read.Invalid<>("denied without a reason (null)")
                : new Read.Valid<>(new Step.Deny(reason));
    }

    private static Read<Step> redirect(@Nullable String serverId, ServerLookup servers) {
        return Optional.ofNullable(serverId)
                .flatMap(servers::byId)
                .<Read<Step>>map(server -> new Read.Valid<>(new Step.Redirect(server)))
                .orElseGet(() -> new Read.Invalid<>("chose the server \"" + serverId + "\", which does not exist"));
    }
}
