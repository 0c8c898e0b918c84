// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.net.core.EventDispatcher;
import io.netty.channel.EventLoop;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What every login needs.
 *
 * @param neighbours the other bundles
 * @param config this bundle's keys
 * @param planner chooses forwarders
 * @param table takes the sessions
 * @param rejections counts those that get no answer
 * @param watches the time limits of each event loop
 */
record LoginDesk(
        Neighbours neighbours,
        Supplier<SessionConfig> config,
        SessionPlanner planner,
        SessionTable table,
        Rejections rejections,
        ConcurrentHashMap<EventLoop, LoopWatch> watches) {

    LoopWatch watch(EventLoop loop) {
        return watches.computeIfAbsent(loop, LoopWatch::new);
    }

    void announceEnd(DisconnectEvent event) {
        EventDispatcher events = neighbours.events().now();
        if (events != null) {
            events.disconnect(event);
        }
    }
}
