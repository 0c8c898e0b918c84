// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * How many connections each client has open. Counted whether or not there is a limit, so that a limit can be set at any
 * time. Thread-safe.
 */
final class OpenConnections {
    private final ConcurrentMap<ClientKey, Integer> counts = new ConcurrentHashMap<>();

    /**
     * Counts a connection until it is closed, if its client may have another one.
     *
     * @param most the most connections of a client, 0 for no limit
     */
    boolean admits(ClientKey client, Channel channel, int most) {
        int count = add(counts, client, 1);
        if (most > 0 && count > most) {
            add(counts, client, -1);
            return false;
        }
        channel.closeFuture().addListener(new Leave(counts, client));
        return true;
    }

    /** How many a client has open. */
    int of(ClientKey client) {
        return counts.getOrDefault(client, 0);
    }

    /** How many clients have any open. */
    int clients() {
        return counts.size();
    }

    private static int add(ConcurrentMap<ClientKey, Integer> counts, ClientKey client, int change) {
        Integer count = counts.merge(client, change, OpenConnections::sum);
        return count == null ? 0 : count;
    }

    /** {@code null} takes the client out of the map. */
    private static @Nullable Integer sum(int before, int change) {
        return before + change == 0 ? null : before + change;
    }

    /**
     * All of its code has run when the connection was counted: a connection may outlast this bundle, and then nothing more
     * can be loaded. It is not told by {@code channelInactive}, because a spliced channel is deregistered.
     */
    private record Leave(ConcurrentMap<ClientKey, Integer> counts, ClientKey client) implements ChannelFutureListener {
        @Override
        public void operationComplete(ChannelFuture closed) {
            add(counts, client, -1);
        }
    }
}
