// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.api.event.ServerConnectEvent;
import dev.infrajar.api.event.ServerConnectedEvent;
import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;

/**
 * Calls the listeners of plugins: in order, on the plugins' own threads, within their time limits. Nothing a listener
 * does comes out of these methods as an exception.
 */
public interface EventDispatcher extends CallCosts {
    /**
     * Whether any plugin wants to see pings. Reads a snapshot; callable on event loops.
     *
     * @return {@code false} when {@link #status} would return the event's answer
     */
    boolean hasStatusListeners();

    /**
     * Asks all status listeners. Blocks; virtual threads only.
     *
     * @param event the ping
     * @return the answer to send
     */
    StatusAnswer status(StatusEvent event);

    /**
     * Whether any plugin wants to be asked about logins. Reads a snapshot; callable on event loops.
     *
     * @return {@code false} when {@link #login} and {@link #serverConnect} would allow
     */
    boolean hasLoginListeners();

    /**
     * Asks all login listeners. Blocks; virtual threads only.
     *
     * @param event the login
     * @param servers finds the targets of redirects
     * @return the first denial, else the last valid redirect and the last word about a proof
     */
    LoginVerdict login(LoginEvent event, ServerLookup servers);

    /**
     * Asks all server connect listeners. Blocks; virtual threads only.
     *
     * @param event the connection that is about to be made
     * @param servers finds the targets of redirects
     * @return allow, deny, or the last valid redirect
     */
    ServerConnectDecision serverConnect(ServerConnectEvent event, ServerLookup servers);

    /**
     * Tells all disconnect listeners. Returns at once; callable from any thread.
     *
     * @param event the session that has ended
     */
    void disconnect(DisconnectEvent event);

    /**
     * Tells all server connected listeners. Returns at once; callable from any thread.
     *
     * @param event the player and the server
     */
    default void serverConnected(ServerConnectedEvent event) {}
}
