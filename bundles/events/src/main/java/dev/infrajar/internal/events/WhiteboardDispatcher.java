// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.PluginMessageInterest;
import dev.infrajar.api.event.PluginMessageListener;
import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.api.event.ServerConnectEvent;
import dev.infrajar.api.event.ServerConnectedEvent;
import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.api.packet.PacketInterest;
import dev.infrajar.api.packet.PacketListener;
import dev.infrajar.net.core.CallCosts;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.LoginVerdict;
import dev.infrajar.net.core.PluginCalls;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerLookup;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.whiteboard.Origin;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the listeners of plugins out of the service registry; their objects are obtained later, by the plugins' threads. */
@Component(service = {EventDispatcher.class, CallCosts.class, PluginCalls.class})
public final class WhiteboardDispatcher implements EventDispatcher, PluginCalls {
    private static final Logger LOG = LoggerFactory.getLogger(WhiteboardDispatcher.class);

    /**
     * Has the listeners of one kind follow the service registry. Objects are not obtained here but by the threads of their plugins.
     * Callable from any thread.
     *
     * @param <L> the listener interface
     */
    private static final class ListenerTracker<L> implements ServiceTrackerCustomizer<L, Rank> {
        private final BundleContext context;
        private final Listeners<L> listeners;
        private final Function<ServiceReference<L>, Topics> topics;
        private final Runnable changed;
        private final ServiceTracker<L, Rank> tracker;

        /**
         * Not open yet.
         *
         * @param context whose services
         * @param listeners the kind
         * @param topics what a service declares to want to hear of
         * @param changed is told when one has come or gone
         */
        ListenerTracker(
                BundleContext context,
                Listeners<L> listeners,
                Function<ServiceReference<L>, Topics> topics,
                Runnable changed) {
            this.context = context;
            this.listeners = listeners;
            this.topics = topics;
            this.changed = changed;
            this.tracker = new ServiceTracker<>(context, listeners.type(), this);
        }

        /** Adds those that are there, and follows. */
        void open() {
            tracker.open();
        }

        /** Removes all of them. */
        void close() {
            tracker.close();
        }

        @Override
        public @Nullable Rank addingService(ServiceReference<L> reference) {
            Optional<Origin> origin = origin(reference);
            ServiceObjects<L> objects = context.getServiceObjects(reference);
            if (origin.isEmpty() || objects == null) { // it has gone already
                return null;
            }
            Rank rank = rank(reference);
            listeners.add(new Registered<>(origin.get(), rank, source(objects), "", topics.apply(reference)));
            changed.run();
            return rank;
        }

        @Override
        public void modifiedService(ServiceReference<L> reference, Rank before) {
            listeners.change(rank(reference), topics.apply(reference));
        }

        @Override
        public void removedService(ServiceReference<L> reference, Rank rank) {
            listeners.remove(rank.serviceId());
            changed.run();
        }
    }

    private final ListenerChains chains = new ListenerChains(Limits.ofApi());
    private final EventTaps eventTaps;
    private final PacketListenerTaps packetTaps;
    private final BundleContext context;
    private final List<ListenerTracker<?>> trackers;

    /**
     * Begins without listeners: they are bound one by one.
     *
     * @param context takes the taps of events
     */
    @Activate
    public WhiteboardDispatcher(BundleContext context) {
        this.context = context;
        TapRegistrar registrar = (properties, factory) -> register(context, properties, factory);
        eventTaps = new EventTaps(chains.packets(), registrar);
        packetTaps = new PacketListenerTaps(chains.packets().packetListeners(), registrar);
        eventTaps.open();
        trackers = trackers();
        trackers.forEach(ListenerTracker::open);
    }

    private List<ListenerTracker<?>> trackers() {
        PacketChains packets = chains.packets();
        return List.of(
                tracker(chains.statusListeners()),
                tracker(chains.loginListeners()),
                tracker(chains.serverConnectListeners()),
                tracker(chains.serverConnectedListeners()),
                tracker(chains.disconnectListeners()),
                tracker(packets.chatListeners()),
                tracker(packets.commandListeners()),
                new ListenerTracker<>(
                        context, packets.pluginMessageListeners(), WhiteboardDispatcher::channels, eventTaps::refresh),
                tracker(packets.clientBrandListeners()),
                tracker(packets.clientSettingsListeners()),
                tracker(packets.kickedListeners()));
    }

    private <L> ListenerTracker<L> tracker(Listeners<L> listeners) {
        return new ListenerTracker<>(context, listeners, reference -> Topics.ALL, eventTaps::refresh);
    }

    private static Topics channels(ServiceReference<PluginMessageListener> reference) {
        return Topics.of(reference.getProperty(PluginMessageInterest.PREFIX_ + "channels"));
    }

    @SuppressWarnings("JdkObsolete") // the registry takes a Dictionary
    private static Registration register(
            BundleContext context, Map<String, Object> properties, PacketTapFactory factory) {
        ServiceRegistration<PacketTapFactory> registration =
                context.registerService(PacketTapFactory.class, factory, new Hashtable<>(properties));
        return () -> {
            try {
                registration.unregister();
            } catch (IllegalStateException e) { // the framework has done it already, with the bundle
                LOG.debug("A tap had been withdrawn already", e);
            }
        };
    }

    /** Withdraws the taps, and ends the threads of all plugins, without waiting for them. */
    @Deactivate
    void close() {
        eventTaps.close();
        packetTaps.close();
        chains.close();
        trackers.forEach(ListenerTracker::close);
    }

    /** What it declares counts when it comes: whoever changes the declaration registers it anew. */
    @Reference(
            service = PacketListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addPacket(ServiceReference<PacketListener> reference) {
        Optional<Origin> origin = origin(reference);
        ServiceObjects<PacketListener> objects = context.getServiceObjects(reference);
        if (origin.isPresent() && objects != null) { // else it has gone already
            Map<String, Object> properties = properties(reference);
            String name = String.valueOf(properties.getOrDefault(PacketInterest.PREFIX_ + "id", ""));
            packetTaps.add(new Registered<>(origin.get(), rank(reference), source(objects), name), properties);
        }
    }

    void removePacket(ServiceReference<PacketListener> service) {
        packetTaps.remove(rank(service).serviceId());
    }

    /** Empty: it has gone already. */
    private static Optional<Origin> origin(ServiceReference<?> reference) {
        @Nullable Bundle bundle = reference.getBundle();
        return Optional.ofNullable(bundle)
                .map(known -> new Origin(String.valueOf(known.getSymbolicName()), known.getBundleId()));
    }

    private static Rank rank(ServiceReference<?> reference) {
        int ranking = reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        long id = reference.getProperty(Constants.SERVICE_ID) instanceof Long number ? number : -1;
        return new Rank(ranking, id);
    }

    private static Map<String, Object> properties(ServiceReference<?> reference) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            Object value = reference.getProperty(key);
            if (value != null) {
                properties.put(key, value);
            }
        }
        return properties;
    }

    private static <L> Source<L> source(ServiceObjects<L> objects) {
        return new Source<>() {
            @Override
            public @Nullable L obtain() {
                return objects.getService();
            }

            @Override
            public void giveBack(L listener) {
                objects.ungetService(listener);
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

    @Override
    public void serverConnected(ServerConnectedEvent event) {
        chains.serverConnected(event);
    }

    @Override
    public List<FaultyService> faults() {
        return packetTaps.faults();
    }
}
