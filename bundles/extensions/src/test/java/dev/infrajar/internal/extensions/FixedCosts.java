// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

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
import java.util.List;

/** A dispatcher that knows costs and nothing else. */
record FixedCosts(List<ListenerCost> costs) implements EventDispatcher {
    @Override
    public boolean hasStatusListeners() {
        return false;
    }

    @Override
    public StatusAnswer status(StatusEvent event) {
        return event.answer();
    }

    @Override
    public boolean hasLoginListeners() {
        return false;
    }

    @Override
    public LoginVerdict login(LoginEvent event, ServerLookup servers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerConnectDecision serverConnect(ServerConnectEvent event, ServerLookup servers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void disconnect(DisconnectEvent event) {
        // Nobody listens.
    }
}
