// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a proxy that stops. Players who are logging in read at once that it stops, sessions may go on for a while, then
 * those that are left are ended.
 */
final class Drain {
    /** How long sessions may go on. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final long POLL_MILLIS = 100;
    private static final long LAST_MILLIS = 1_000;

    /** A little more than a refused client has to read its text and close. */
    private static final long FAREWELL_MILLIS = 3_000;

    private final SessionTable table;
    private final Intake intake;

    Drain(SessionTable table, Intake intake) {
        this.table = table;
        this.intake = intake;
    }

    /** Blocks until no session is left, at most a few seconds more than {@link #LIMIT}. */
    void run() {
        intake.stop();
        List<PlayerSession> refused = table.find(PlayerSession::isLoggingIn);
        refused.forEach(session -> session.refuse(Intake.STOPPING.text(), Intake.STOPPING.reason()));
        try {
            awaitClosed(refused.stream().map(PlayerSession::channel).toList());
            awaitSessions();
        } catch (InterruptedException e) {
            LOG.warn("the drain was interrupted with {} sessions left", table.count());
            Thread.currentThread().interrupt();
        }
    }

    private void awaitSessions() throws InterruptedException {
        int count = table.count();
        if (count == 0) {
            return;
        }
        LOG.info("{} session{} may go on for up to {} s", count, count == 1 ? "" : "s", LIMIT.toSeconds());
        if (!awaitEnd(LIMIT.toMillis())) {
            LOG.info("ending the {} sessions that are left", table.count());
            table.find(session -> true)
                    .forEach(session -> session.disconnect(Intake.STOPPING.text(), Intake.STOPPING.reason()));
            awaitEnd(LAST_MILLIS);
        }
    }

    private boolean awaitEnd(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (table.count() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return table.count() == 0;
    }

    /** First of all: a login that was handed over at the last moment is then counted among the sessions. */
    private static void awaitClosed(List<Channel> channels) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MILLIS);
        for (Channel channel : channels) {
            channel.closeFuture().await(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }
}
