// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.whiteboard.Origin;
import java.util.HashMap;
import java.util.Map;

/** The threads of each plugin that has listeners: made for its first one, closed with its last one. */
final class PluginPools {
    /** A plugin's threads and how many listeners need them. */
    private record Share(PluginThreads threads, int users) {}

    private final Map<Origin, Share> shares = new HashMap<>();

    synchronized PluginThreads take(Origin origin) {
        Share share = shares.getOrDefault(origin, new Share(new PluginThreads(origin.bundle()), 0));
        shares.put(origin, new Share(share.threads(), share.users() + 1));
        return share.threads();
    }

    synchronized void giveBack(Origin origin) {
        Share share = shares.remove(origin);
        if (share == null) {
            return;
        }
        if (share.users() > 1) {
            shares.put(origin, new Share(share.threads(), share.users() - 1));
        } else {
            share.threads().close();
        }
    }

    synchronized void closeAll() {
        shares.values().forEach(share -> share.threads().close());
        shares.clear();
    }
}
