// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.api.event.ServerConnectEvent;
import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.LoginVerdict;
import dev.infrajar.net.core.ServerLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One status listener, or none. */
final class FakeDispatcher implements EventDispatcher {
    private final boolean listening;
    private final UnaryOperator<StatusAnswer> listener;
    final List<StatusEvent> seen = new ArrayList<>();

    private FakeDispatcher(boolean listening, UnaryOperator<StatusAnswer> listener) {
        this.listening = listening;
        this.listener = listener;
    }

    static FakeDispatcher with(UnaryOperator<StatusAnswer> listener) {
        return new FakeDispatcher(true, listener);
    }

    static FakeDispatcher withoutListeners() {
        return new FakeDispatcher(false, UnaryOperator.identity());
    }

    @Override
    public boolean hasStatusListeners() {
        return listening;
    }

    @Override
    public StatusAnswer status(StatusEvent event) {
        seen.add(event);
        return listener.apply(event.answer());
    }

    @Override
    public boolean hasLoginListeners() {
        return false;
    }

    @Override
    public LoginVerdict login(LoginEvent event, ServerLookup servers) {
        return LoginVerdict.ALLOW;
    }

    @Override
    public ServerConnectDecision serverConnect(ServerConnectEvent event, ServerLookup servers) {
        return ServerConnectDecision.allow();
    }

    @Override
    public void disconnect(DisconnectEvent event) {}

    @Override
    public List<ListenerCost> costs() {
        return List.of();
    }
}
