// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.DisconnectListener;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.LoginListener;
import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.api.event.ServerConnectEvent;
import dev.infrajar.api.event.ServerConnectListener;
import dev.infrajar.api.event.ServerConnectedEvent;
import dev.infrajar.api.event.ServerConnectedListener;
import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.api.event.StatusListener;
import dev.infrajar.api.server.Server;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.LoginVerdict;
import dev.infrajar.net.core.ServerLookup;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.kyori.adventure.text.Component;

/** Asks the listeners of each kind one after the other. */
final class ListenerChains implements EventDispatcher {
    private final Limits limits;
    private final PluginPools pools = new PluginPools();
    private final PluginTargets targets = new PluginTargets(pools);
    private final Listeners<StatusListener> status = new Listeners<>(StatusListener.class, pools);
    private final Listeners<LoginListener> login = new Listeners<>(LoginListener.class, pools);
    private final Listeners<ServerConnectListener> serverConnect = new Listeners<>(ServerConnectListener.class, pools);
    private final Listeners<ServerConnectedListener> serverConnected =
            new Listeners<>(ServerConnectedListener.class, pools);
    private final Listeners<DisconnectListener> disconnect = new Listeners<>(DisconnectListener.class, pools);
    private final PacketChains packets;

    ListenerChains(Limits limits) {
        this.limits = limits;
        this.packets = new PacketChains(limits, pools);
    }

    PacketChains packets() {
        return packets;
    }

    Listeners<ServerConnectedListener> serverConnectedListeners() {
        return serverConnected;
    }

    Listeners<StatusListener> statusListeners() {
        return status;
    }

    Listeners<LoginListener> loginListeners() {
        return login;
    }

    Listeners<ServerConnectListener> serverConnectListeners() {
        return serverConnect;
    }

    Listeners<DisconnectListener> disconnectListeners() {
        return disconnect;
    }

    /** The services that other bundles call. */
    PluginTargets targets() {
        return targets;
    }

    /** Ends the threads of all plugins; who waits for one goes on at once. */
    void close() {
        pools.closeAll();
    }

    @Override
    public boolean hasStatusListeners() {
        return status.hasActive();
    }

    @Override
    public StatusAnswer status(StatusEvent event) {
        StatusEvent current = event;
        for (RegisteredListener<StatusListener> listener : status.snapshot()) {
            StatusEvent seen = current;
            current = listener.ask(limits.status(), plugin -> plugin.onStatus(seen), AnswerReader::status)
                    .map(seen::withAnswer)
                    .orElse(seen);
        }
        return current.answer();
    }

    @Override
    public boolean hasLoginListeners() {
        return login.hasActive() || serverConnect.hasActive();
    }

    @Override
    public LoginVerdict login(LoginEvent event, ServerLookup servers) {
        Decided end = decide(login, event.target(), (listener, target) -> {
            LoginEvent seen = new LoginEvent(event.player(), target);
            return listener.ask(
                    limits.session(), plugin -> plugin.onLogin(seen), answer -> AnswerReader.login(answer, servers));
        });
        return end.denial()
                .<LoginVerdict>map(LoginVerdict.Deny::new)
                .orElseGet(() -> new LoginVerdict.Allow(end.redirect().map(Server::id), end.proof()));
    }

    @Override
    public ServerConnectDecision serverConnect(ServerConnectEvent event, ServerLookup servers) {
        Decided end = decide(serverConnect, event.target(), (listener, target) -> {
            ServerConnectEvent seen = new ServerConnectEvent(event.player(), target);
            return listener.ask(
                    limits.session(),
                    plugin -> plugin.onServerConnect(seen),
                    answer -> AnswerReader.serverConnect(answer, servers));
        });
        return end.denial()
                .map(ServerConnectDecision::deny)
                .or(() -> end.redirect().map(target -> ServerConnectDecision.connectTo(target.id())))
                .orElseGet(ServerConnectDecision::allow);
    }

    /**
     * What a chain has decided.
     *
     * @param denial the first one; what the others said does not count then
     * @param redirect the last one
     * @param proof the last word about it
     */
    private record Decided(Optional<Component> denial, Optional<Server> redirect, LoginVerdict.Proof proof) {
        static final Decided NOTHING =
                new Decided(Optional.empty(), Optional.empty(), LoginVerdict.Proof.AS_CONFIGURED);

        Decided and(Step step) {
            return switch (step) {
                case Step.Pass() -> this;
                case Step.Deny(Component reason) -> new Decided(Optional.of(reason), redirect, proof);
                case Step.Redirect(Server target) -> new Decided(denial, Optional.of(target), proof);
                case Step.Prove(LoginVerdict.Proof wanted) -> new Decided(denial, redirect, wanted);
            };
        }
    }

    private static <L> Decided decide(
            Listeners<L> listeners, Server target, BiFunction<RegisteredListener<L>, Server, Optional<Step>> ask) {
        Decided decided = Decided.NOTHING;
        for (RegisteredListener<L> listener : listeners.snapshot()) {
            Server current = decided.redirect().orElse(target);
            decided = decided.and(ask.apply(listener, current).orElseGet(Step.Pass::new));
            if (decided.denial().isPresent()) {
                return decided;
            }
        }
        return decided;
    }

    @Override
    public void disconnect(DisconnectEvent event) {
        tellAll(disconnect, plugin -> plugin.onDisconnect(event));
    }

    @Override
    public void serverConnected(ServerConnectedEvent event) {
        tellAll(serverConnected, plugin -> plugin.onServerConnected(event));
    }

    private <L> void tellAll(Listeners<L> listeners, Consumer<L> news) {
        List<RegisteredListener<L>> told = listeners.snapshot();
        if (!told.isEmpty()) {
            // Only as many wait as fit into the plugins' queues: further calls fail at once.
            Thread.ofVirtual()
                    .name("tell-listeners")
                    .start(() -> told.forEach(listener -> listener.tell(limits.session(), news)));
        }
    }

    @Override
    public List<ListenerCost> costs() {
        Stream<ListenerCost> listening = Stream.concat(
                        Stream.of(status, login, serverConnect, serverConnected, disconnect), packets.all())
                .flatMap(listeners -> listeners.costs().stream());
        return Stream.concat(listening, targets.costs().stream()).toList();
    }
}
