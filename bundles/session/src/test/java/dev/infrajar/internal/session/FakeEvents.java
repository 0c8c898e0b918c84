// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

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

/**
 * Plugins with fixed answers.
 *
 * @param login to a login
 * @param connect to a connection that is about to be made
 * @param meanwhile what happens while they think about the login
 */
public record FakeEvents(LoginVerdict login, ServerConnectDecision connect, Runnable meanwhile)
        implements EventDispatcher {
    public FakeEvents(LoginVerdict login, ServerConnectDecision connect) {
        this(login, connect, () -> {});
    }

    @Override
    public boolean hasStatusListeners() {
        return false;
    }

    @Override
    public StatusAnswer status(StatusEvent event) {
        throw new AssertionError("nobody pings");
    }

    @Override
    public boolean hasLoginListeners() {
        return true;
    }

    @Override
    public LoginVerdict login(LoginEvent event, ServerLookup servers) {
        meanwhile.run();
        return login;
    }

    @Override
    public ServerConnectDecision serverConnect(ServerConnectEvent event, ServerLookup servers) {
        return connect;
    }

    @Override
    public void disconnect(DisconnectEvent event) {}

    @Override
    public List<ListenerCost> costs() {
        return List.of();
    }
}
