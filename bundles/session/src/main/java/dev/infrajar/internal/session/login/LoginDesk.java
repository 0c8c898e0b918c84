// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.ServerConnectedEvent;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.internal.session.relay.LoopWatch;
import dev.infrajar.internal.session.services.Neighbours;
import dev.infrajar.internal.session.services.PacketServices;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.transport.Transport;
import io.netty.channel.EventLoop;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What every login needs.
 *
 * @param neighbours the other bundles
 * @param packets the bundles of sessions whose packets the proxy sees
 * @param route finds servers and asks gates
 * @param transport knows what is set on sockets
 * @param planner chooses forwarders
 * @param table takes the sessions
 * @param watches the time limits of each event loop
 */
public record LoginDesk(
        Neighbours neighbours,
        PacketServices packets,
        LoginRoute route,
        Transport transport,
        SessionPlanner planner,
        SessionTable table,
        ConcurrentHashMap<EventLoop, LoopWatch> watches) {

    LoopWatch watch(EventLoop loop) {
        return watches.computeIfAbsent(loop, LoopWatch::new);
    }

    void announceConnected(ServerConnectedEvent event) {
        EventDispatcher events = neighbours.events().now();
        if (events != null) {
            events.serverConnected(event);
        }
    }

    void announceEnd(DisconnectEvent event) {
        EventDispatcher events = neighbours.events().now();
        if (events != null) {
            events.disconnect(event);
        }
    }
}
