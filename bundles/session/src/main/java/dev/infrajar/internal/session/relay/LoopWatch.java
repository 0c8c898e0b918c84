// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import dev.infrajar.net.core.Timeouts;
import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.intercept.PacketForwarder;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time limits of all sessions of one event loop, and what waits until a session has lasted: one timer for all of them, none
 * while there are none, and nothing on the data path. Limits are kept to a quarter of a second. Used on its event loop only.
 */
public final class LoopWatch {
    private static final long TICK_MILLIS = 250;

    /** What need not be done for a session that is over sooner: most of them, when many come. */
    private static final long LASTING_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final EventLoop loop;
    private final LongSupplier nanoClock;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Future<?> timer;

    private static final class Entry {
        private final Forwarder forwarder;
        private final FlowWatch serverbound;
        private final FlowWatch clientbound;
        private final @Nullable PhaseWatch phases;
        private final long sinceNanos;
        private @Nullable Runnable lasting;

        Entry(Forwarder forwarder, TimeLimits limits, Runnable lasting, long now) {
            Timeouts timeouts = limits.timeouts();
            this.forwarder = forwarder;
            this.serverbound = new FlowWatch(
                    forwarder.serverbound(), Blame.CLIENT, Blame.BACKEND, timeouts.read(), timeouts.write(), now);
            this.clientbound = new FlowWatch(
                    forwarder.clientbound(), Blame.BACKEND, Blame.CLIENT, timeouts.read(), timeouts.write(), now);
            this.phases = forwarder instanceof PacketForwarder packets ? new PhaseWatch(packets, limits, now) : null;
            this.sinceNanos = now;
            this.lasting = lasting;
        }

        Outcome.@Nullable Failed check(long now) {
            if (lasting != null && now - sinceNanos >= LASTING_NANOS) {
                lasting.run();
                lasting = null;
            }
            Outcome.Failed late = serverbound.check(now);
            if (late == null) {
                late = clientbound.check(now);
            }
            return late == null && phases != null ? phases.check(now) : late;
        }
    }

    public LoopWatch(EventLoop loop) {
        this(loop, System::nanoTime);
    }

    LoopWatch(EventLoop loop, LongSupplier nanoClock) {
        this.loop = loop;
        this.nanoClock = nanoClock;
    }

    /** From now on; {@code lasting} is run once, when the session has lasted for a second. */
    public void add(Forwarder forwarder, TimeLimits limits, Runnable lasting) {
        entries.add(new Entry(forwarder, limits, lasting, nanoClock.getAsLong()));
        if (timer == null) {
            timer = loop.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    public void remove(Forwarder forwarder) {
        entries.removeIf(entry -> entry.forwarder == forwarder);
        if (entries.isEmpty() && timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void tick() {
        long now = nanoClock.getAsLong();
        // From the end: an aborted forwarder removes its own entry while we walk.
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (i < entries.size()) {
                check(entries.get(i), now);
            }
        }
    }

    private static void check(Entry entry, long now) {
        Outcome.Failed late = entry.check(now);
        if (late != null) {
            entry.forwarder.abort(late);
        }
    }
}
