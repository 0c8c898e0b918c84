// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import dev.infrajar.internal.connector.balance.Candidate;
import dev.infrajar.net.core.HostAndPort;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One address that servers dial, and all that is remembered of it. Thread-safe. */
public final class Backend {
    /** The least share of a backend that has just come back. */
    private static final double LEAST_SHARE = 0.1;

    private final HostAndPort address;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger trying = new AtomicInteger();
    private final AtomicBoolean watched = new AtomicBoolean();
    private final Waiting waiting = new Waiting();
    private volatile Condition condition = new Condition.Up();
    private volatile @Nullable Latency latency;
    private volatile BackendUser user;
    private volatile long usedNanos;
    private volatile @Nullable Long returnedNanos;
    private volatile @Nullable String lastFailure;

    /** One that nobody has tried. */
    public Backend(HostAndPort address, BackendUser user, long now) {
        this.address = address;
        this.user = user;
        this.usedNanos = now;
    }

    /** Where it is dialled. */
    public HostAndPort address() {
        return address;
    }

    /** The server that has dialled it last. */
    public BackendUser user() {
        return user;
    }

    void usedBy(BackendUser latest, long now) {
        user = latest;
        usedNanos = now;
    }

    /** As if it had last been used that long ago. */
    void releasedSince(long now, Duration ago) {
        usedNanos = now - ago.toNanos() - 1;
    }

    boolean isUnused(long now, Duration since) {
        return open.get() == 0 && now - usedNanos > since.toNanos();
    }

    /** How it stands. Of those that time alone has made ready again, one login at a time finds out. */
    public Standing standing(long now, boolean isProbed) {
        Condition current = condition;
        Standing standing = current.standing(now, isProbed);
        boolean isOnTrial = standing == Standing.READY && !(current instanceof Condition.Up);
        return isOnTrial && trying.get() > 0 ? Standing.DOUBTFUL : standing;
    }

    /** When it is due again: the order of last resorts. */
    public long dueNanos(long now) {
        return condition.dueNanos(now);
    }

    /** Itself as a strategy sees it. */
    public Candidate candidate(double weight, Duration slowStart, long now) {
        Latency measured = latency;
        return new Candidate(
                address,
                weight * share(slowStart, now),
                open.get(),
                measured == null ? OptionalDouble.empty() : OptionalDouble.of(measured.at(now)));
    }

    private double share(Duration slowStart, long now) {
        Long since = returnedNanos;
        return since == null || slowStart.isZero()
                ? 1
                : Math.clamp((double) (now - since) / slowStart.toNanos(), LEAST_SHARE, 1);
    }

    /** Lets its share grow from now on, where the server asks for a slow start. */
    public void returned(long now) {
        returnedNanos = now;
    }

    /** A session is dialling it, or has it. */
    public void opened() {
        open.incrementAndGet();
    }

    /** That session is over. */
    public void closed() {
        open.decrementAndGet();
    }

    /** Sessions that dial it or have it. */
    public int open() {
        return open.get();
    }

    /** An attempt begins. */
    public void tryBegins() {
        trying.incrementAndGet();
    }

    /** That attempt has ended, one way or the other. */
    public void tryEnds() {
        trying.decrementAndGet();
    }

    /** The attempts that can be told to go elsewhere. */
    public Waiting waiting() {
        return waiting;
    }

    /** How long connecting has taken lately; empty before the first. */
    public Optional<Duration> latency() {
        return Optional.ofNullable(latency).map(measured -> Duration.ofNanos((long) measured.nanos()));
    }

    /** Why it could not be connected last. */
    public Optional<String> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    synchronized void measured(long sampleNanos, long now) {
        latency = Latency.with(latency, sampleNanos, now);
    }

    /** The conditions before and after something happened; the same one twice where it changed nothing. */
    record Change(Condition before, Condition after) {}

    synchronized Change failed(Failure failure, long now) {
        lastFailure = failure.reason();
        return become(condition.failed(failure, now, isProbed()));
    }

    /** Where nobody probes, nobody will show more than a connection does: it counts for all then. */
    synchronized Change worked(Evidence evidence) {
        return become(condition.worked(isProbed() ? evidence : Evidence.ANSWER));
    }

    private boolean isProbed() {
        return user.health().get().isEnabled();
    }

    private Change become(Condition after) {
        Change change = new Change(condition, after);
        condition = after;
        return change;
    }

    /** Whether nothing speaks against it. */
    public boolean isUp() {
        return condition instanceof Condition.Up;
    }

    /** Whether probes are to begin: for one caller. */
    boolean startWatching() {
        return watched.compareAndSet(false, true);
    }

    void stopWatching() {
        watched.set(false);
    }
}
