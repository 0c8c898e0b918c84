// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Probes backends that have failed until they are back, and all backends of servers that ask for it. One timer per backend
 * that is watched, for as long as there is a reason; none for the others.
 */
public final class Prober {
    /** After a failure it is soon known whether that was more than a moment's, and of a new address whether it is there. */
    static final Duration FIRST = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Prober.class);

    private final Probe probe;
    private final Timer timer;
    private final HealthNotes health;
    private final BackendTable backends;

    /** Probes nothing yet. */
    public Prober(Probe probe, Timer timer, HealthNotes health, BackendTable backends) {
        this.probe = probe;
        this.timer = timer;
        this.health = health;
        this.backends = backends;
    }

    /** Begins to probe a backend if there is a reason and it is not being probed. */
    public void watch(Backend backend) {
        HealthSettings its = backend.user().health().get();
        if (isWanted(backend, its) && backend.startWatching()) {
            Duration soon = its.interval().compareTo(FIRST) < 0 ? its.interval() : FIRST;
            timer.after(soon, () -> run(backend));
        }
    }

    private void run(Backend backend) {
        HealthSettings its = backend.user().health().get();
        try {
            if (isWanted(backend, its)) {
                probe(backend, its);
            }
        } catch (InterruptedException _) {
            // The bundle ends, and this thread with it.
            backend.stopWatching();
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            // The last frame of this thread; the next probe may do better.
            LOG.error("A probe of {} broke off", backend.address(), e);
        }
        goOn(backend, its);
    }

    private void probe(Backend backend, HealthSettings its) throws InterruptedException {
        switch (probe.probe(backend, its)) {
            case Probe.Result.Passed(long connectNanos) -> health.passed(backend, connectNanos);
            case Probe.Result.Failed(String reason, Evidence evidence) ->
                health.failed(backend, new Failure(reason, evidence, true));
            case Probe.Result.Inconclusive(String reason) ->
                LOG.debug("{} could not be probed: {}", backend.address(), reason);
        }
    }

    private void goOn(Backend backend, HealthSettings its) {
        if (isWanted(backend, its)) {
            timer.after(its.interval(), () -> run(backend));
        } else {
            backend.stopWatching();
            // It may have failed between the two lines above.
            watch(backend);
        }
    }

    private boolean isWanted(Backend backend, HealthSettings its) {
        return its.isEnabled() && (its.allAddresses() || !backend.isUp()) && !backends.isForgotten(backend);
    }
}
