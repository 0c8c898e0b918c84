// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.services;

import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.StatusResponder;
import dev.infrajar.net.transport.Connector;

/**
 * The bundles a connection needs on its way, each of which may be replaced at any moment.
 *
 * @param router finds the server
 * @param status answers pings
 * @param events asks plugins; a session goes on without it
 * @param connector dials backends
 */
public record Neighbours(
        Presence<Router> router,
        Presence<StatusResponder> status,
        Presence<EventDispatcher> events,
        Presence<Connector> connector) {
    public Neighbours() {
        this(new Presence<>(), new Presence<>(), new Presence<>(), new Presence<>());
    }
}
