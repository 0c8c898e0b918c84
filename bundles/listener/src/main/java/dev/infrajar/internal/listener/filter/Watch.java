// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import dev.infrajar.net.filter.AcceptVerdict;
import dev.infrajar.net.filter.BytesVerdict;
import dev.infrajar.net.filter.FilterEnd;
import dev.infrajar.net.filter.FilteredRoute;
import dev.infrajar.net.filter.TransportFilter;
import dev.infrajar.net.packet.Direction;
import io.netty.buffer.ByteBuf;
import java.util.Objects;
import java.util.Set;

/** One filter of one connection. On its event loop. */
final class Watch {
    private final FilterEntry entry;
    private final TransportFilter filter;
    private Set<Direction> bytes;
    private long clientBytes;
    private long serverBytes;

    Watch(FilterEntry entry, AcceptVerdict.Watch asked) {
        this.entry = entry;
        this.filter = asked.filter();
        this.bytes = asked.bytes();
    }

    FilterEntry entry() {
        return entry;
    }

    boolean wants(Direction direction) {
        return bytes.contains(direction);
    }

    boolean wantsBytes() {
        return !bytes.isEmpty();
    }

    BytesVerdict show(Direction direction, ByteBuf view, boolean isTimed) {
        long begin = isTimed ? System.nanoTime() : 0;
        try {
            BytesVerdict verdict = Objects.requireNonNull(
                    direction == Direction.SERVERBOUND ? filter.clientBytes(view) : filter.serverBytes(view),
                    "it answered null");
            entry.succeeded(begin);
            return verdict;
        } catch (Throwable t) { // LinkageError and the like are the plugin's too
            entry.failed(t);
            return entry.failOpen() ? BytesVerdict.PASS : new BytesVerdict.Close("it failed");
        }
    }

    /** Whether it still wants bytes; if it fails at the question, it does. */
    boolean wantsBytes(FilteredRoute route) {
        try {
            boolean wants = filter.wantsBytes(route);
            entry.succeeded(0);
            return wants;
        } catch (Throwable t) { // as above
            entry.failed(t);
            return true;
        }
    }

    /** It sees no more bytes. */
    void blindAt(long fromClient, long toClient) {
        if (wantsBytes()) {
            bytes = Set.of();
            clientBytes = fromClient;
            serverBytes = toClient;
        }
    }

    /** Its work is over; the numbers are those of the connection. */
    void close(FilterEnd.Cause cause, long fromClient, long toClient) {
        blindAt(fromClient, toClient);
        try {
            filter.closed(new FilterEnd(cause, clientBytes, serverBytes));
            entry.succeeded(0);
        } catch (Throwable t) { // as above
            entry.failed(t);
        }
    }
}
