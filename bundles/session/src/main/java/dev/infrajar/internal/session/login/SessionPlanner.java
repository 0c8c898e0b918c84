// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.internal.session.services.ForwarderRegistry;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.filter.ByteFilters;
import dev.infrajar.net.forward.ForwarderKind;
import dev.infrajar.net.transport.Transport;
import io.netty.channel.Channel;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the services of a session: the cheapest forwarder that gives what its server asks for. */
public final class SessionPlanner {
    /** The text is a promise: operators search their logs for it. */
    static final String NO_SPLICE =
            "ZeroCopy mode requested but splice is only available on Linux, falling back to CopyForwarder";

    private static final Logger LOG = LoggerFactory.getLogger(SessionPlanner.class);

    private final ForwarderRegistry forwarders;
    private final Transport transport;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private final Set<String> filtered = ConcurrentHashMap.newKeySet();

    public SessionPlanner(ForwarderRegistry forwarders, Transport transport) {
        this.forwarders = forwarders;
        this.transport = transport;
    }

    /**
     * The plan for one session of a mode that moves bytes, or empty when no forwarder at all is installed.
     *
     * @throws IllegalStateException if its packets are to be seen
     */
    Optional<SessionPlan> plan(ServerDefinition server, Channel client, Channel backend) {
        return switch (server.proxyMode()) {
            case ZERO_COPY -> {
                Optional<SessionPlan> spliced = plan(server, ForwarderKind.SPLICE, client, backend);
                if (spliced.isEmpty()) {
                    explain(server, ByteFilters.areIn(client));
                }
                yield spliced.or(() -> plan(server, ForwarderKind.COPY, client, backend));
            }
            case PASSTHROUGH, SERVER_ONLY ->
                // Splicing moves bytes too: it serves while the copying bundle is being replaced.
                plan(server, ForwarderKind.COPY, client, backend)
                        .or(() -> plan(server, ForwarderKind.SPLICE, client, backend));
            // To move its bytes would let a player in whom nobody has asked who it is.
            case CLIENT_ONLY, OFFLINE ->
                throw new IllegalStateException(
                        server.id() + ": a session of " + server.proxyMode().key() + " is not relayed as bytes");
        };
    }

    private Optional<SessionPlan> plan(ServerDefinition server, String kind, Channel client, Channel backend) {
        return forwarders.best(kind, client, backend).map(factory -> new SessionPlan(server, kind, factory));
    }

    private void explain(ServerDefinition server, boolean isFiltered) {
        if (isFiltered) {
            if (filtered.add(server.id())) {
                LOG.info(
                        "{}: a transport filter wants bytes of connections to it; those are copied, not spliced",
                        server.id());
            }
        } else if (warned.add(server.id())) {
            warn(server);
        }
    }

    private void warn(ServerDefinition server) {
        if (transport.isEpoll()) {
            LOG.warn(
                    "{}: proxy_mode = \"zero_copy\", but no bundle splices here; its sessions are copied", server.id());
        } else {
            LOG.warn(NO_SPLICE);
        }
    }
}
