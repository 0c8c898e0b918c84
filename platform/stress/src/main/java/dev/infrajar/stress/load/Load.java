// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import dev.infrajar.stress.pattern.Outcome;
import dev.infrajar.stress.pattern.Pattern;
import dev.infrajar.stress.report.Interval;
import dev.infrajar.stress.report.Tally;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One run of a {@link Plan}. Its public methods may be called from any thread, everything else happens on its event loop.
 *
 * <pre>
 *   begin ── visits open, end, open ... ── time is over ── the last visits end ── ended
 *                                     └─── stop ── they are cut off ─────────────┘
 * </pre>
 */
public final class Load {
    /** How often visits that outlive their limit are looked for, and how often a paced run looks at the clock. */
    private static final long TICK_MILLIS = 10;

    private final Plan plan;
    private final EventLoop loop;
    private final Supplier<SocketChannel> sockets;
    private final SplittableRandom random;
    private final Pace pace;
    private final Tally tally;
    private final long endNanos;

    /** The open visits in the order of their beginning. */
    private final Map<Visit, Channel> visits = new LinkedHashMap<>();

    private final CompletableFuture<Tally> ended = new CompletableFuture<>();
    private boolean isFillDue;
    private boolean isStopped;

    Load(Plan plan, EventLoop loop, Supplier<SocketChannel> sockets) {
        long nowNanos = System.nanoTime();
        this.plan = plan;
        this.loop = loop;
        this.sockets = sockets;
        this.random = new SplittableRandom(plan.seed());
        this.pace = new Pace(plan.bounds().perSecond(), nowNanos);
        this.tally = new Tally(nowNanos);
        this.endNanos = nowNanos + plan.bounds().time().toNanos();
    }

    /** Completed with all counts when the last visit has ended; they do not change any more. */
    public CompletableFuture<Tally> ended() {
        return ended;
    }

    /** What has happened since the last call. */
    public CompletableFuture<Interval> interval() {
        return CompletableFuture.supplyAsync(() -> tally.interval(visits.size(), System.nanoTime()), loop);
    }

    /** Opens nothing more and cuts off what is open. */
    public void stop() {
        loop.execute(() -> {
            isStopped = true;
            List.copyOf(visits.keySet()).forEach(visit -> end(visit, Outcome.CUT));
            endIfDone();
        });
    }

    void begin() {
        var ticks = loop.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        ended.whenComplete((_, _) -> ticks.cancel(false));
        fill();
    }

    private void tick() {
        long overdueNanos = System.nanoTime() - plan.bounds().limit().toNanos();
        List<Visit> overdue = visits.keySet().stream()
                .takeWhile(visit -> visit.startNanos() - overdueNanos <= 0)
                .toList();
        overdue.forEach(this::endOverdue);
        fill();
        endIfDone();
    }

    private void endOverdue(Visit visit) {
        Channel channel = visits.get(visit);
        if (channel != null) {
            end(visit, channel.isActive() ? Outcome.STILL_OPEN : Outcome.NOT_CONNECTED);
        }
    }

    private void fill() {
        isFillDue = false;
        while (visits.size() < plan.bounds().concurrent() && !isOver() && pace.take(System.nanoTime())) {
            open();
        }
    }

    private boolean isOver() {
        return isStopped || System.nanoTime() - endNanos >= 0;
    }

    private void open() {
        SplittableRandom own = random.split();
        Pattern pattern = plan.mix().pick(own);
        Visit visit = new Visit(pattern, pattern.script(plan.opening(), own), System.nanoTime(), this::ended);
        tally.begun();
        try {
            SocketChannel channel = sockets.get();
            visits.put(visit, channel);
            channel.pipeline().addLast(visit);
            loop.register(channel).addListener((ChannelFuture _) -> connect(visit, channel));
        } catch (ChannelException e) {
            // No socket to be had: too many open files.
            notConnected(visit, e);
        }
    }

    private void connect(Visit visit, Channel channel) {
        SocketAddress source = plan.sources().next();
        ChannelFuture connect =
                source == null ? channel.connect(plan.target()) : channel.connect(plan.target(), source);
        connect.addListener(done -> {
            if (!done.isSuccess() && visits.containsKey(visit)) {
                notConnected(visit, done.cause());
            }
        });
    }

    private void notConnected(Visit visit, Throwable cause) {
        tally.notConnected(String.valueOf(cause.getMessage()));
        pace.pause(System.nanoTime());
        end(visit, Outcome.NOT_CONNECTED);
    }

    private void end(Visit visit, Outcome outcome) {
        Channel channel = visits.get(visit);
        visit.end(outcome);
        if (channel != null) {
            channel.close();
        }
    }

    /** Called by each visit once. */
    private void ended(Visit visit, Outcome outcome) {
        visits.remove(visit);
        tally.ended(visit.pattern(), outcome, System.nanoTime() - visit.startNanos());
        if (!isFillDue) {
            // Not at once: a visit may end within the call that has opened it.
            isFillDue = true;
            loop.execute(this::fill);
        }
        endIfDone();
    }

    private void endIfDone() {
        if (visits.isEmpty() && isOver() && !ended.isDone()) {
            tally.finish(System.nanoTime());
            ended.complete(tally);
        }
    }
}
