// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.DisconnectListener;
import dev.infrajar.api.event.LoginDecision;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.LoginListener;
import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.api.event.ServerConnectEvent;
import dev.infrajar.api.event.ServerConnectListener;
import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.api.event.StatusListener;
import dev.infrajar.api.server.Server;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.ServerLookup;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Asks the listeners of each kind one after the other. */
final class ListenerChains implements EventDispatcher {
    private final Limits limits;
    private final PluginPools pools = new PluginPools();
    private final Listeners<StatusListener> status = new Listeners<>(StatusListener.class, pools);
    private final Listeners<LoginListener> login = new Listeners<>(LoginListener.class, pools);
    private final Listeners<ServerConnectListener> serverConnect = new Listeners<>(ServerConnectListener.class, pools);
    private final Listeners<DisconnectListener> disconnect = new Listeners<>(DisconnectListener.class, pools);

    ListenerChains(Limits limits) {
        this.limits = limits;
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
    public LoginDecision login(LoginEvent event, ServerLookup servers) {
        Step end = decide(login, event.target(), (listener, target) -> {
            LoginEvent seen = new LoginEvent(event.player(), target);
            return listener.ask(
                    limits.session(), plugin -> plugin.onLogin(seen), answer -> AnswerReader.login(answer, servers));
        });
        return switch (end) {
            case Step.Pass() -> LoginDecision.allow();
            case Step.Deny(var reason) -> LoginDecision.deny(reason);
            case Step.Redirect(var target) -> LoginDecision.redirect(target.id());
        };
    }

    @Override
    public ServerConnectDecision serverConnect(ServerConnectEvent event, ServerLookup servers) {
        Step end = decide(serverConnect, event.target(), (listener, target) -> {
            ServerConnectEvent seen = new ServerConnectEvent(event.player(), target);
            return listener.ask(
                    limits.session(),
                    plugin -> plugin.onServerConnect(seen),
                    answer -> AnswerReader.serverConnect(answer, servers));
        });
        return switch (end) {
            case Step.Pass() -> ServerConnectDecision.allow();
            case Step.Deny(var reason) -> ServerConnectDecision.deny(reason);
            case Step.Redirect(var target) -> ServerConnectDecision.connectTo(target.id());
        };
    }

    /** The first denial, else the last redirect, else "pass". */
    private static <L> Step decide(
            Listeners<L> listeners, Server target, BiFunction<RegisteredListener<L>, Server, Optional<Step>> ask) {
        Step end = new Step.Pass();
        Server current = target;
        for (RegisteredListener<L> listener : listeners.snapshot()) {
            switch (ask.apply(listener, current).orElseGet(Step.Pass::new)) {
                case Step.Pass() -> {}
                case Step.Deny denial -> {
                    return denial;
                }
                case Step.Redirect redirect -> {
                    end = redirect;
                    current = redirect.target();
                }
            }
        }
        return end;
    }

    @Override
    public void disconnect(DisconnectEvent event) {
        List<RegisteredListener<DisconnectListener>> told = disconnect.snapshot();
        if (!told.isEmpty()) {
            // Only as many wait as fit into the plugins' queues: further calls fail at once.
            Thread.ofVirtual().name("disconnect-listeners").start(() -> told.forEach(each -> tell(each, event)));
        }
    }

    private void tell(RegisteredListener<DisconnectListener> listener, DisconnectEvent event) {
        listener.ask(
                limits.session(),
                plugin -> {
                    plugin.onDisconnect(event);
                    return event;
                },
                Read.Valid::new);
    }

    @Override
    public List<ListenerCost> costs() {
        return Stream.of(status, login, serverConnect, disconnect)
                .flatMap(listeners -> listeners.costs().stream())
                .toList();
    }
}
