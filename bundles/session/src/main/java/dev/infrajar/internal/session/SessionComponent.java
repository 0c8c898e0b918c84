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
import dev.infrajar.internal.session.services.LiveTaps;
import dev.infrajar.internal.session.services.Neighbours;
import dev.infrajar.internal.session.services.PacketServices;
import dev.infrajar.internal.session.status.StatusFlow;
import dev.infrajar.internal.session.status.StatusRoute;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.StatusResponder;
import dev.infrajar.net.intercept.TapChains;
import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.ConnectionAcceptor;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Transport;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

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
    private final PacketServices packets;

    /**
     * Leads the sessions that outlive this bundle to the taps of the bundle that is there: what Declarative Services has bound stays as
     * it was, and the bundle's own context is of no use any more, but that of the framework is. It ends with the last of them.
     */
    private static final class TapsAfterwards implements ServiceTrackerCustomizer<TapChains, TapChains> {
        private final BundleContext context;
        private final LiveTaps sessions;
        private final ServiceTracker<TapChains, TapChains> tracker;
        private @Nullable TapChains followed;

        TapsAfterwards(BundleContext context, LiveTaps sessions) {
            this.context = context;
            this.sessions = sessions;
            this.tracker = new ServiceTracker<>(context, TapChains.class, this);
        }

        void open() {
            // All services: the framework itself knows no package of ours, which is no reason to see none.
            tracker.open(true);
            // Elsewhere: closing takes locks, and the event loop of the last session must not wait for them.
            sessions.whenEmpty(() -> Thread.startVirtualThread(tracker::close));
        }

        @Override
        public synchronized @Nullable TapChains addingService(ServiceReference<TapChains> reference) {
            TapChains chains = context.getService(reference);
            if (followed == null && chains != null) {
                follow(chains);
            }
            return chains;
        }

        @Override
        public void modifiedService(ServiceReference<TapChains> reference, TapChains chains) {
            // Nothing of it counts but that it is there.
        }

        @Override
        public synchronized void removedService(ServiceReference<TapChains> reference, TapChains chains) {
            if (chains == followed) {
                TapChains next = tracker.getService();
                followed = null;
                if (next != null) {
                    follow(next);
                }
            }
            context.ungetService(reference);
        }

        private void follow(TapChains chains) {
            followed = chains;
            sessions.follow(chains);
        }
    }

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
        this.packets = packets;
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
     * this bundle, with the taps that are there.
     */
    @Deactivate
    public void close() {
        if (framework.getState() == Bundle.STOPPING) {
            new Drain(table, entrance.intake()).run();
        } else {
            new TapsAfterwards(framework.getBundleContext(), packets.liveTaps()).open();
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
