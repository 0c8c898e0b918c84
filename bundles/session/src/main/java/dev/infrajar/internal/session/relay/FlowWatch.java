// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Flow;
import dev.infrajar.net.forward.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Enforces {@code timeouts.read} and {@code timeouts.write} on one direction by looking at it now and then. Reading: no byte from
 * the source for so long while it is asked for bytes. Writing: the sink has taken none of the waiting bytes for so long.
 * While the sink is behind, the source is not asked, so its silence does not count.
 */
final class FlowWatch {
    private final Flow flow;
    private final Blame source;
    private final Blame sink;
    private final Duration readLimit;
    private final Duration writeLimit;
    private long lastRead;
    private long lastWritten;
    private long readSinceNanos;
    private long writtenSinceNanos;

    FlowWatch(Flow flow, Blame source, Blame sink, Duration readLimit, Duration writeLimit, long nowNanos) {
        this.flow = flow;
        this.source = source;
        this.sink = sink;
        this.readLimit = readLimit;
        this.writeLimit = writeLimit;
        this.readSinceNanos = nowNanos;
        this.writtenSinceNanos = nowNanos;
    }

    /** The failure, or null while all is well. */
    Outcome.@Nullable Failed check(long nowNanos) {
        if (!flow.isOpen()) {
            return null;
        }
        long read = flow.readBytes();
        long pending = flow.pendingBytes();
        if (pending == 0 || read - pending != lastWritten) {
            lastWritten = read - pending;
            writtenSinceNanos = nowNanos;
        }
        if (!flow.isReading() || read != lastRead) {
            lastRead = read;
            readSinceNanos = nowNanos;
        }
        if (isOver(writeLimit, nowNanos - writtenSinceNanos)) {
            return new Outcome.Failed(
                    sink, "the " + name(sink) + " has taken no byte for " + writeLimit.toMillis() + " ms");
        }
        if (isOver(readLimit, nowNanos - readSinceNanos)) {
            return new Outcome.Failed(
                    source, "no byte from the " + name(source) + " for " + readLimit.toMillis() + " ms");
        }
        return null;
    }

    private static boolean isOver(Duration limit, long nanos) {
        return !limit.isZero() && nanos >= limit.toNanos();
    }

    private static String name(Blame end) {
        return end == Blame.CLIENT ? "client" : "backend";
    }
}
