// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.internal.session.config.SessionConfig;
import dev.infrajar.internal.session.gate.Entrance;
import dev.infrajar.internal.session.gate.GateRegistry;
import dev.infrajar.internal.session.login.LoginDesk;
import dev.infrajar.internal.session.login.LoginRoute;
import dev.infrajar.internal.session.login.Logins;
import dev.infrajar.internal.session.login.SessionPlanner;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.internal.session.services.ForwarderRegistry;
import dev.infrajar.internal.session.services.Neighbours;
import dev.infrajar.internal.session.services.PacketServices;
import dev.infrajar.internal.session.status.StatusFlow;
import dev.infrajar.internal.session.status.StatusRoute;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.StatusResponder;
import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.ConnectionAcceptor;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Transport;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Takes accepted connections. The bundles a connection needs on its way come and go under it; only configuration and
 * transport must be there.
 *
 * <p>Immediate, so that sessions are drained when the framework stops even if nobody asks for this service any more.
 */
@Component(service = ConnectionAcceptor.class, immediate = true)
public final class SessionComponent implements ConnectionAcceptor {
    private final Neighbours neighbours = new Neighbours();
    private final SessionTable table;
    private final Entrance entrance;
    private final Connections connections;
    private final Bundle framework;

    /** Called by Declarative Services. */
    @Activate
    public SessionComponent(
            @Reference SessionTable table,
            @Reference GateRegistry gates,
            @Reference ForwarderRegistry forwarders,
            @Reference PacketServices packets,
            @Reference Transport transport,
            @Reference(target = "(" + ConfigValue.SECTION + "=" + SessionConfig.ID + ")")
                    ConfigValue<SessionConfig> config,
            BundleContext context) {
        this.table = table;
        this.entrance = gates.entrance();
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        ThreadFactory threads = Thread.ofVirtual().name("session-", 0).factory();
        // Never shut down: who is on the way when this bundle stops is still answered.
        Executor virtualThreads = task -> threads.newThread(task).start();
        LoginDesk desk = new LoginDesk(
                neighbours,
                packets,
                new LoginRoute(entrance.gates(), entrance.rejections(), config::get),
                transport,
                new SessionPlanner(forwarders, transport),
                table,
                new ConcurrentHashMap<>());
        this.connections = new Connections(
                entrance,
                new StatusFlow(
                        neighbours,
                        new StatusRoute(entrance.gates(), entrance.rejections(), config::get),
                        virtualThreads),
                new Logins(desk, entrance.intake(), virtualThreads, Clock.systemUTC()));
    }

    /**
     * Drains if the whole proxy stops, for at most a few seconds more than {@link Drain#LIMIT}; else the sessions go on without
     * this bundle.
     */
    @Deactivate
    public void close() {
        if (framework.getState() == Bundle.STOPPING) {
            new Drain(table, entrance.intake()).run();
        }
    }

    @Override
    public void accept(ClientConnection connection) {
        connections.accept(connection);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRouter(Router router) {
        neighbours.router().set(router);
    }

    void unbindRouter(Router router) {
        neighbours.router().unset(router);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindStatus(StatusResponder status) {
        neighbours.status().set(status);
    }

    void unbindStatus(StatusResponder status) {
        neighbours.status().unset(status);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEvents(EventDispatcher events) {
        neighbours.events().set(events);
    }

    void unbindEvents(EventDispatcher events) {
        neighbours.events().unset(events);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindConnector(Connector connector) {
        neighbours.connector().set(connector);
    }

    void unbindConnector(Connector connector) {
        neighbours.connector().unset(connector);
    }
}
