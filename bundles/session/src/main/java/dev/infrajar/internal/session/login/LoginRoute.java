// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.internal.session.config.SessionConfig;
import dev.infrajar.internal.session.gate.Gates;
import dev.infrajar.internal.session.gate.Rejections;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import java.util.function.Supplier;
import net.kyori.adventure.text.Component;

/**
 * The part of a login's way that waits for nothing: the server of its host, and the gates before it. Callable from any
 * thread, event loops included.
 *
 * @param gates asked on the way
 * @param rejections counts those that get no answer
 * @param config this bundle's keys
 */
public record LoginRoute(Gates gates, Rejections rejections, Supplier<SessionConfig> config) {

    /** The server of the login's host, if the gates let it go there. */
    Step find(Router router, Login login) {
        return router.route(login.session().virtualHost())
                .map(server -> enter(login, server))
                .orElseGet(() -> unknownHost(login));
    }

    /** A server that a plugin sends the login to, if the gates let it go there. */
    Step redirect(Login login, ServerDefinition server) {
        return Step.of(gates.server(login.connection(), RequestKind.LOGIN, server), server);
    }

    /** The server of a login, now that it is known who the player is. */
    Step identified(Login login, ServerDefinition server) {
        return Step.of(gates.login(login.connection(), login.session(), server), server);
    }

    private Step enter(Login login, ServerDefinition server) {
        login.session().connectingTo(server.id());
        Step atServer = redirect(login, server);
        return atServer instanceof Step.Go
                ? Step.of(gates.login(login.connection(), login.session(), server), server)
                : atServer;
    }

    private Step unknownHost(Login login) {
        if (config.get().unknownDomainBehavior() == SessionConfig.UnknownDomainBehavior.DROP) {
            rejections.count(Rejection.UNKNOWN_HOST);
            return new Step.Drop();
        }
        return new Step.Refuse(
                Component.text("Unknown server: " + login.session().virtualHost()), "unknown host");
    }
}
