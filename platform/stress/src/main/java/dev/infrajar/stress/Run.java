// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import dev.infrajar.stress.load.Engine;
import dev.infrajar.stress.load.Load;
import dev.infrajar.stress.load.Plan;
import dev.infrajar.stress.report.LiveLine;
import dev.infrajar.stress.report.Summary;
import dev.infrajar.stress.report.Tally;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a plan and prints: what it does, a line now and then, a summary, also when it is interrupted. */
final class Run {
    /** The target has answered. */
    static final int DONE = 0;

    /** Nothing came from the target, whatever was tried. */
    static final int NO_ANSWER = 2;

    /** How long a process that is told to end waits for the summary. */
    private static final Duration SUMMARY_LIMIT = Duration.ofSeconds(5);

    private final Plan plan;
    private final PrintStream out;
    private final Duration lineInterval;

    Run(Plan plan, PrintStream out, Duration lineInterval) {
        this.plan = plan;
        this.out = out;
        this.lineInterval = lineInterval;
    }

    /**
     * Runs to the end.
     *
     * @return the exit code
     */
    int run() {
        CountDownLatch printed = new CountDownLatch(1);
        try (Engine engine = Engine.start()) {
            out.println(headline());
            Load load = engine.begin(plan);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> interrupt(load, printed)));
            Tally tally = follow(load);
            out.print(new Summary(tally).text());
            out.flush();
            printed.countDown();
            return tally.hasAnswered() ? DONE : NO_ANSWER;
        }
    }

    private String headline() {
        return "%s:%d as %s, protocol %d: %d at a time%s for %d s, seed %d"
                .formatted(
                        plan.target().getHostString(),
                        plan.target().getPort(),
                        plan.opening().host(),
                        plan.opening().protocol(),
                        plan.bounds().concurrent(),
                        plan.bounds().perSecond().isPresent()
                                ? ", " + plan.bounds().perSecond().getAsInt() + " per second,"
                                : "",
                        plan.bounds().time().toSeconds(),
                        plan.seed());
    }

    private Tally follow(Load load) {
        Optional<Tally> tally = within(load.ended());
        while (tally.isEmpty()) {
            out.println(LiveLine.of(load.interval().join()));
            tally = within(load.ended());
        }
        return tally.get();
    }

    /** The result if it comes before the next line is due. */
    private Optional<Tally> within(Future<Tally> ended) {
        try {
            return Optional.of(ended.get(lineInterval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the load runs", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load failed", e);
        }
    }

    /** Runs while the process ends: cuts the load off, and keeps the process until the summary is out. */
    private static void interrupt(Load load, CountDownLatch printed) {
        if (printed.getCount() == 0) {
            return;
        }
        load.stop();
        try {
            if (!printed.await(SUMMARY_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("infrajar-stress: no summary within " + SUMMARY_LIMIT.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
