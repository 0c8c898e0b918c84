// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import dev.infrajar.net.core.HostAndPort;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes note of what happens to backends, and says so in the log when one is lost or back.
 *
 * @param nanoClock the time
 */
public record HealthNotes(LongSupplier nanoClock) {
    private static final Logger LOG = LoggerFactory.getLogger(HealthNotes.class);

    /** A connection stands; it took so long. */
    public void connected(Backend backend, long connectNanos) {
        backend.measured(connectNanos, nanoClock.getAsLong());
        worked(backend, Evidence.CONNECT);
    }

    /** A probe has passed. */
    void passed(Backend backend, long connectNanos) {
        backend.measured(connectNanos, nanoClock.getAsLong());
        worked(backend, Evidence.ANSWER);
    }

    private void worked(Backend backend, Evidence evidence) {
        if (backend.isUp()) {
            return;
        }
        Backend.Change change = backend.worked(evidence);
        if (change.before() instanceof Condition.Ejected && change.after() instanceof Condition.Up) {
            backend.returned(nanoClock.getAsLong());
            LOG.info("{} is back: it gets sessions again", labelled(backend));
        }
    }

    /** The backend has failed. What the client or the proxy itself is to blame for is not told here. */
    public void failed(Backend backend, Failure failure) {
        Backend.Change change = backend.failed(failure, nanoClock.getAsLong());
        if (change.after() instanceof Condition.Ejected && !(change.before() instanceof Condition.Ejected)) {
            LOG.warn(
                    "{} is down ({}): it gets no sessions while another address is up",
                    labelled(backend),
                    failure.reason());
            backend.waiting().end();
        }
    }

    private static String labelled(Backend backend) {
        HostAndPort address = backend.address();
        return "backend " + address + " of " + backend.user().server();
    }
}
