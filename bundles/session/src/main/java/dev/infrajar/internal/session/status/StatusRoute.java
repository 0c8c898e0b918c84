// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.status;

import dev.infrajar.internal.session.config.SessionConfig;
import dev.infrajar.internal.session.gate.Gates;
import dev.infrajar.internal.session.gate.Rejections;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.ClientConnection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which pings get no answer. Callable from any thread, event loops included.
 *
 * @param gates asked about the server
 * @param rejections counts those that get no answer
 * @param config this bundle's keys
 */
public record StatusRoute(Gates gates, Rejections rejections, Supplier<SessionConfig> config) {

    /**
     * Whether a ping gets no answer; counted if so.
     *
     * @param server where it leads
     * @param namesHost whether it says where it wants to go
     */
    boolean isTurnedAway(ClientConnection connection, Optional<ServerDefinition> server, boolean namesHost) {
        if (server.isPresent()) {
            return !(gates.server(connection, RequestKind.STATUS, server.get()) instanceof Verdict.Pass);
        }
        boolean isDropped =
                namesHost && config.get().unknownDomainBehavior() == SessionConfig.UnknownDomainBehavior.DROP;
        if (isDropped) {
            rejections.count(Rejection.UNKNOWN_HOST);
        }
        return isDropped;
    }
}
