// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Outcome;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the sessions go on for a while when the proxy stops, then ends those that are left. */
final class Drain {
    /** How long sessions may go on. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final long POLL_MILLIS = 100;
    private static final long LAST_MILLIS = 1_000;

    private final SessionTable table;

    Drain(SessionTable table) {
        this.table = table;
    }

    /** Blocks until no session is left, at most a second more than {@link #LIMIT}. */
    void run() {
        if (table.count() == 0) {
            return;
        }
        LOG.info("{} sessions may go on for up to {} s", table.count(), LIMIT.toSeconds());
        try {
            if (!awaitEnd(LIMIT.toMillis())) {
                LOG.info("ending the {} sessions that are left", table.count());
                table.live().forEach(Drain::end);
                awaitEnd(LAST_MILLIS);
            }
        } catch (InterruptedException e) {
            LOG.warn("the drain was interrupted with {} sessions left", table.count());
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitEnd(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (table.count() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return table.count() == 0;
    }

    private static void end(RelayedSession session) {
        RelayedSession.Relay relay = session.relay();
        if (relay != null) {
            relay.client().eventLoop().execute(() -> relay.forwarder()
                    .abort(new Outcome.Failed(Blame.PROXY, "the proxy stops")));
        }
    }
}
