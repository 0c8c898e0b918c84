// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.api.event.ServerConnectEvent;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.LoginVerdict;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import java.util.Optional;
import net.kyori.adventure.text.Component;

/**
 * What plugins say to a login. Blocks; virtual threads only.
 *
 * @param events calls the plugins
 * @param router finds the servers they name
 * @param route asks the gates of those servers
 * @param login who wants to join
 */
record PluginQuestions(EventDispatcher events, Router router, LoginRoute route, Login login) {

    /**
     * What the plugins say to a login.
     *
     * @param step where it goes
     * @param proof whether the player has to prove who it is
     */
    record Answer(Step step, LoginVerdict.Proof proof) {}

    Answer askAboutLogin(ServerDefinition routed) {
        return switch (events.login(new LoginEvent(login.session(), routed), router::byId)) {
            case LoginVerdict.Allow(Optional<String> redirect, LoginVerdict.Proof proof) ->
                new Answer(
                        redirect.map(serverId -> goTo(serverId, routed)).orElseGet(() -> new Step.Go(routed)), proof);
            case LoginVerdict.Deny(Component reason) ->
                new Answer(new Step.Refuse(reason, "denied by a login listener"), LoginVerdict.Proof.AS_CONFIGURED);
        };
    }

    /** Where it goes in the end; the step before if nobody waits for it any more. */
    Step askAboutConnect(ServerDefinition target) {
        if (!login.isOpen()) {
            return new Step.Go(target);
        }
        login.session().connectingTo(target.id());
        return switch (events.serverConnect(new ServerConnectEvent(login.session(), target), router::byId)) {
            case ServerConnectDecision.Allow() -> new Step.Go(target);
            case ServerConnectDecision.Deny(Component reason) ->
                new Step.Refuse(reason, "denied by a server connect listener");
            case ServerConnectDecision.ConnectTo(String serverId) -> goTo(serverId, target);
        };
    }

    /** The server of a redirect; the one before if it has just been removed. */
    private Step goTo(String serverId, ServerDefinition otherwise) {
        return router.byId(serverId)
                .map(target -> route.redirect(login, target))
                .orElseGet(() -> new Step.Go(otherwise));
    }
}
