// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import java.time.Duration;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;

/**
 * Notices a stop that does not end, whoever began it: a plugin that spins in its activator or while it stops keeps a lock
 * that the framework waits for without limit.
 */
final class StopLimit implements SynchronousBundleListener {
    /** Sessions have 30 s of it. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    private final Framework framework;
    private final Runnable overdue;

    /**
     * A limit for one framework.
     *
     * @param overdue called on a thread of its own when the framework has been stopping for too long
     */
    StopLimit(Framework framework, Runnable overdue) {
        this.framework = framework;
        this.overdue = overdue;
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            Thread.ofPlatform().name("stop-limit").daemon().start(this::await);
        }
    }

    private void await() {
        try {
            if (framework.waitForStop(LIMIT.toMillis()).getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                overdue.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
