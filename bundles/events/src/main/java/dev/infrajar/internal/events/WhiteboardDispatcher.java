// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.ChatListener;
import dev.infrajar.api.event.ClientBrandListener;
import dev.infrajar.api.event.ClientSettingsListener;
import dev.infrajar.api.event.CommandListener;
import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.DisconnectListener;
import dev.infrajar.api.event.KickedListener;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.LoginListener;
import dev.infrajar.api.event.PluginMessageInterest;
import dev.infrajar.api.event.PluginMessageListener;
import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.api.event.ServerConnectEvent;
import dev.infrajar.api.event.ServerConnectListener;
import dev.infrajar.api.event.ServerConnectedEvent;
import dev.infrajar.api.event.ServerConnectedListener;
import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.api.event.StatusListener;
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
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the listeners of plugins out of the service registry; their objects are obtained later, by the plugins' threads. */
@Component(service = {EventDispatcher.class, CallCosts.class, PluginCalls.class})
public final class WhiteboardDispatcher implements EventDispatcher, PluginCalls {
    private static final Logger LOG = LoggerFactory.getLogger(WhiteboardDispatcher.class);

    private final ListenerChains chains = new ListenerChains(Limits.ofApi());
    private final EventTaps eventTaps;
    private final PacketListenerTaps packetTaps;

    /**
     * Begins without listeners: they are bound one by one.
     *
     * @param context takes the taps of events
     */
    @Activate
    public WhiteboardDispatcher(BundleContext context) {
        TapRegistrar registrar = (properties, factory) -> register(context, properties, factory);
        eventTaps = new EventTaps(chains.packets(), registrar);
        packetTaps = new PacketListenerTaps(chains.packets().packetListeners(), registrar);
        eventTaps.open();
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

    @Reference(
            service = ChatListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "moveChat")
    void addChat(ComponentServiceObjects<ChatListener> service) {
        add(chains.packets().chatListeners(), service);
        eventTaps.refresh();
    }

    void moveChat(ServiceReference<ChatListener> service) {
        chains.packets().chatListeners().move(rank(service));
    }

    void removeChat(ServiceReference<ChatListener> service) {
        chains.packets().chatListeners().remove(rank(service).serviceId());
        eventTaps.refresh();
    }

    @Reference(
            service = CommandListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "moveCommand")
    void addCommand(ComponentServiceObjects<CommandListener> service) {
        add(chains.packets().commandListeners(), service);
        eventTaps.refresh();
    }

    void moveCommand(ServiceReference<CommandListener> service) {
        chains.packets().commandListeners().move(rank(service));
    }

    void removeCommand(ServiceReference<CommandListener> service) {
        chains.packets().commandListeners().remove(rank(service).serviceId());
        eventTaps.refresh();
    }

    @Reference(
            service = PluginMessageListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "movePluginMessage")
    void addPluginMessage(ComponentServiceObjects<PluginMessageListener> service) {
        add(chains.packets().pluginMessageListeners(), service, channels(service.getServiceReference()));
        eventTaps.refresh();
    }

    void movePluginMessage(ServiceReference<PluginMessageListener> service) {
        chains.packets().pluginMessageListeners().change(rank(service), channels(service));
    }

    private static Topics channels(ServiceReference<PluginMessageListener> service) {
        return Topics.of(service.getProperty(PluginMessageInterest.PREFIX_ + "channels"));
    }

    void removePluginMessage(ServiceReference<PluginMessageListener> service) {
        chains.packets().pluginMessageListeners().remove(rank(service).serviceId());
        eventTaps.refresh();
    }

    @Reference(
            service = ClientBrandListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "moveClientBrand")
    void addClientBrand(ComponentServiceObjects<ClientBrandListener> service) {
        add(chains.packets().clientBrandListeners(), service);
        eventTaps.refresh();
    }

    void moveClientBrand(ServiceReference<ClientBrandListener> service) {
        chains.packets().clientBrandListeners().move(rank(service));
    }

    void removeClientBrand(ServiceReference<ClientBrandListener> service) {
        chains.packets().clientBrandListeners().remove(rank(service).serviceId());
        eventTaps.refresh();
    }

    @Reference(
            service = ClientSettingsListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "moveClientSettings")
    void addClientSettings(ComponentServiceObjects<ClientSettingsListener> service) {
        add(chains.packets().clientSettingsListeners(), service);
        eventTaps.refresh();
    }

    void moveClientSettings(ServiceReference<ClientSettingsListener> service) {
        chains.packets().clientSettingsListeners().move(rank(service));
    }

    void removeClientSettings(ServiceReference<ClientSettingsListener> service) {
        chains.packets().clientSettingsListeners().remove(rank(service).serviceId());
        eventTaps.refresh();
    }

    @Reference(
            service = KickedListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "moveKicked")
    void addKicked(ComponentServiceObjects<KickedListener> service) {
        add(chains.packets().kickedListeners(), service);
        eventTaps.refresh();
    }

    void moveKicked(ServiceReference<KickedListener> service) {
        chains.packets().kickedListeners().move(rank(service));
    }

    void removeKicked(ServiceReference<KickedListener> service) {
        chains.packets().kickedListeners().remove(rank(service).serviceId());
        eventTaps.refresh();
    }

    @Reference(
            service = ServerConnectedListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "moveServerConnected")
    void addServerConnected(ComponentServiceObjects<ServerConnectedListener> service) {
        add(chains.serverConnectedListeners(), service);
    }

    void moveServerConnected(ServiceReference<ServerConnectedListener> service) {
        chains.serverConnectedListeners().move(rank(service));
    }

    void removeServerConnected(ServiceReference<ServerConnectedListener> service) {
        chains.serverConnectedListeners().remove(rank(service).serviceId());
    }

    /** What it declares counts when it comes: whoever changes the declaration registers it anew. */
    @Reference(
            service = PacketListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addPacket(ComponentServiceObjects<PacketListener> service) {
        ServiceReference<PacketListener> reference = service.getServiceReference();
        Map<String, Object> properties = properties(reference);
        String name = String.valueOf(properties.getOrDefault(PacketInterest.PREFIX_ + "id", ""));
        origin(reference)
                .ifPresent(origin ->
                        packetTaps.add(new Registered<>(origin, rank(reference), source(service), name), properties));
    }

    void removePacket(ServiceReference<PacketListener> service) {
        packetTaps.remove(rank(service).serviceId());
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

    /** Empty: it has gone already. */
    private static Optional<Origin> origin(ServiceReference<?> reference) {
        @Nullable Bundle bundle = reference.getBundle();
        return Optional.ofNullable(bundle)
                .map(known -> new Origin(String.valueOf(known.getSymbolicName()), known.getBundleId()));
    }

    private static <L> void add(Listeners<L> listeners, ComponentServiceObjects<L> service) {
        add(listeners, service, Topics.ALL);
    }

    private static <L> void add(Listeners<L> listeners, ComponentServiceObjects<L> service, Topics topics) {
        ServiceReference<L> reference = service.getServiceReference();
        origin(reference)
                .ifPresent(origin ->
                        listeners.add(new Registered<>(origin, rank(reference), source(service), "", topics)));
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

    @Override
    public void serverConnected(ServerConnectedEvent event) {
        chains.serverConnected(event);
    }

    @Override
    public List<FaultyService> faults() {
        return packetTaps.faults();
    }
}
