// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.filter.AcceptVerdict;
import dev.infrajar.net.filter.FilteredConnection;
import dev.infrajar.net.filter.TransportFilterFactory;
import dev.infrajar.net.whiteboard.CallMeter;
import dev.infrajar.net.whiteboard.CallOrder;
import dev.infrajar.net.whiteboard.Candidate;
import dev.infrajar.net.whiteboard.FailureLog;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** A factory that is used. Callable from any thread. */
final class FilterEntry implements CallOrder.Placed {
    private final Candidate<TransportFilterFactory> candidate;
    private final TransportFilterFactory factory;
    private final Declaration declaration;
    private final LongAdder successes;
    private final CallMeter meter;

    /**
     * An entry that has not been called yet.
     *
     * @param candidate the service
     * @param factory its object
     * @param declaration what it wants
     * @param quarantined is told, on an event loop, when it has failed too often
     */
    FilterEntry(
            Candidate<TransportFilterFactory> candidate,
            TransportFilterFactory factory,
            Declaration declaration,
            Runnable quarantined) {
        this.candidate = candidate;
        this.factory = factory;
        this.declaration = declaration;
        this.successes = new LongAdder();
        FailureLog log = new FailureLog(candidate.origin().bundle(), "filter " + declaration.id(), System::nanoTime);
        this.meter = new CallMeter(log, successes::sum, quarantined);
    }

    private FilterEntry(FilterEntry other, Declaration changed) {
        this.candidate = other.candidate;
        this.factory = other.factory;
        this.declaration = changed;
        this.successes = other.successes;
        this.meter = other.meter;
    }

    /** The same, called in another order: what it has cost so far stays. */
    FilterEntry with(Declaration changed) {
        return new FilterEntry(this, changed);
    }

    @Override
    public String id() {
        return declaration.id();
    }

    @Override
    public List<String> before() {
        return declaration.before();
    }

    @Override
    public List<String> after() {
        return declaration.after();
    }

    @Override
    public int priority() {
        return declaration.priority();
    }

    @Override
    public long serviceId() {
        return candidate.serviceId();
    }

    Candidate<TransportFilterFactory> candidate() {
        return candidate;
    }

    Declaration declaration() {
        return declaration;
    }

    boolean failOpen() {
        return declaration.failOpen();
    }

    boolean isQuarantined() {
        return meter.isQuarantined();
    }

    /** Whether connections need to know it: a quarantined filter that must not be passed by still refuses. */
    boolean isInUse() {
        return !isQuarantined() || !failOpen();
    }

    /** Asks about a connection; what it fails at is decided as it has declared. */
    AcceptVerdict accept(FilteredConnection connection, boolean isTimed) {
        if (isQuarantined()) {
            return failOpen() ? AcceptVerdict.PASS : new AcceptVerdict.Refuse("it is quarantined");
        }
        long begin = isTimed ? System.nanoTime() : 0;
        try {
            AcceptVerdict verdict = Objects.requireNonNull(factory.accept(connection), "it answered null");
            succeeded(begin);
            return verdict;
        } catch (Throwable t) { // LinkageError and the like are the plugin's too
            meter.failed(t);
            return failOpen() ? AcceptVerdict.PASS : new AcceptVerdict.Refuse("it failed");
        }
    }

    /**
     * Counts a call.
     *
     * @param begin when it began, by {@link System#nanoTime()}; 0 if it is not timed
     */
    void succeeded(long begin) {
        successes.increment();
        if (begin != 0) {
            meter.timed(System.nanoTime() - begin);
        }
    }

    void failed(Throwable thrown) {
        meter.failed(thrown);
    }

    ListenerCost cost() {
        return meter.cost(candidate.origin().bundle(), candidate.origin().bundleId(), "filter " + id(), List.of());
    }
}
