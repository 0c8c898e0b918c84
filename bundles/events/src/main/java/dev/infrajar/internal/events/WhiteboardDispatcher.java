// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.DisconnectListener;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.LoginListener;
import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.api.event.ServerConnectEvent;
import dev.infrajar.api.event.ServerConnectListener;
import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.api.event.StatusListener;
import dev.infrajar.net.core.CallCosts;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.LoginVerdict;
import dev.infrajar.net.core.PluginCalls;
import dev.infrajar.net.core.ServerLookup;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Takes the listeners of plugins out of the service registry; their objects are obtained later, by the plugins' threads. */
@Component(service = {EventDispatcher.class, CallCosts.class, PluginCalls.class})
public final class WhiteboardDispatcher implements EventDispatcher, PluginCalls {
    private final ListenerChains chains = new ListenerChains(Limits.ofApi());

    /** Begins without listeners: they are bound one by one. */
    @Activate
    public WhiteboardDispatcher() {}

    /** Ends the threads of all plugins, without waiting for them. */
    @Deactivate
    void close() {
        chains.close();
    }

    @Reference(
            service = StatusListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "moveStatus")
    void addStatus(ComponentServiceObjects<StatusListener> service) {
        add(chains.statusListeners(), service);
    }

    void moveStatus(ServiceReference<StatusListener> service) {
        chains.statusListeners().move(rank(service));
    }

    void removeStatus(ServiceReference<StatusListener> service) {
        chains.statusListeners().remove(rank(service).serviceId());
    }

    @Reference(
            service = LoginListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "moveLogin")
    void addLogin(ComponentServiceObjects<LoginListener> service) {
        add(chains.loginListeners(), service);
    }

    void moveLogin(ServiceReference<LoginListener> service) {
        chains.loginListeners().move(rank(service));
    }

    void removeLogin(ServiceReference<LoginListener> service) {
        chains.loginListeners().remove(rank(service).serviceId());
    }

    @Reference(
            service = ServerConnectListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "moveServerConnect")
    void addServerConnect(ComponentServiceObjects<ServerConnectListener> service) {
        add(chains.serverConnectListeners(), service);
    }

    void moveServerConnect(ServiceReference<ServerConnectListener> service) {
        chains.serverConnectListeners().move(rank(service));
    }

    void removeServerConnect(ServiceReference<ServerConnectListener> service) {
        chains.serverConnectListeners().remove(rank(service).serviceId());
    }

    @Reference(
            service = DisconnectListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "moveDisconnect")
    void addDisconnect(ComponentServiceObjects<DisconnectListener> service) {
        add(chains.disconnectListeners(), service);
    }

    void moveDisconnect(ServiceReference<DisconnectListener> service) {
        chains.disconnectListeners().move(rank(service));
    }

    void removeDisconnect(ServiceReference<DisconnectListener> service) {
        chains.disconnectListeners().remove(rank(service).serviceId());
    }

    private static <L> void add(Listeners<L> listeners, ComponentServiceObjects<L> service) {
        ServiceReference<L> reference = service.getServiceReference();
        Bundle bundle = reference.getBundle();
        if (bundle != null) { // null: it has gone already
            Origin origin = new Origin(String.valueOf(bundle.getSymbolicName()), bundle.getBundleId());
            listeners.add(new Registered<>(origin, rank(reference), source(service)));
        }
    }

    private static Rank rank(ServiceReference<?> reference) {
        int ranking = reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        long id = reference.getProperty(Constants.SERVICE_ID) instanceof Long number ? number : -1;
        return new Rank(ranking, id);
    }

    private static <L> Source<L> source(ComponentServiceObjects<L> service) {
        return new Source<>() {
            @Override
            public @Nullable L obtain() {
                return service.getService();
            }

            @Override
            public void giveBack(L listener) {
                service.ungetService(listener);
            }
        };
    }

    @Override
    public boolean hasStatusListeners() {
        return chains.hasStatusListeners();
    }

    @Override
    public StatusAnswer status(StatusEvent event) {
        return chains.status(event);
    }

    @Override
    public boolean hasLoginListeners() {
        return chains.hasLoginListeners();
    }

    @Override
    public LoginVerdict login(LoginEvent event, ServerLookup servers) {
        return chains.login(event, servers);
    }

    @Override
    public ServerConnectDecision serverConnect(ServerConnectEvent event, ServerLookup servers) {
        return chains.serverConnect(event, servers);
    }

    @Override
    public void disconnect(DisconnectEvent event) {
        chains.disconnect(event);
    }

    @Override
    public List<ListenerCost> costs() {
        return chains.costs();
    }

    @Override
    public <S> Target<S> open(Offer<S> offer) {
        return chains.targets().open(offer);
    }
}
