// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import dev.infrajar.net.core.Registration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch of one folder, on a thread of its own, so that a call-back that blocks delays no other folder. A platform
 * thread: a call-back may start bundles, and code of plugins must not occupy the carriers of virtual threads.
 */
final class FolderWatch implements Registration {
    /** How long nothing may change before the call-back is called. */
    static final Duration QUIET = Duration.ofMillis(200);

    /** How often a folder that is not there is looked for. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final Path directory;
    private final Runnable changed;
    private final WatchService events;
    private final WatchedFolder folder;
    private volatile boolean isClosed;

    private FolderWatch(Path directory, Runnable changed, WatchService events) {
        this.directory = directory;
        this.changed = changed;
        this.events = events;
        this.folder = new WatchedFolder(directory, events);
    }

    /**
     * Begins a watch; what changes after the return is noticed.
     *
     * @param directory an absolute path
     * @param changed called on the watch's own thread
     * @throws UncheckedIOException if the system gives no further watches
     */
    static FolderWatch start(Path directory, Runnable changed) {
        try {
            FolderWatch watch = new FolderWatch(
                    directory, changed, directory.getFileSystem().newWatchService());
            watch.folder.arm();
            Thread.ofPlatform()
                    .daemon()
                    .name("watch-" + directory.getFileName())
                    .start(watch::run);
            return watch;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Does not wait for a call-back that is running: it may be the caller. */
    @Override
    public void close() {
        isClosed = true;
        try {
            events.close();
        } catch (IOException e) {
            LOG.warn("The watch of {} did not end cleanly", directory, e);
        }
    }

    private void run() {
        try {
            while (!isClosed) {
                awaitChange();
                awaitQuiet();
                call();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("{} is no longer watched", directory, e);
        } catch (InterruptedException e) {
            // Only a call-back could have asked for it: nobody else knows this thread.
            LOG.warn("The watch of {} was interrupted and ends", directory, e);
            Thread.currentThread().interrupt();
        }
    }

    private void awaitChange() throws InterruptedException {
        boolean isChanged = false;
        while (!isChanged) {
            isChanged = folder.isArmed() ? folder.take(events.take()) : look();
        }
    }

    /** Looks for the missing folder, after a while or when its parent tells. */
    private boolean look() throws InterruptedException {
        WatchKey key = events.poll(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
        return key == null ? folder.arm() : folder.take(key);
    }

    private void awaitQuiet() throws InterruptedException {
        long left = QUIET.toNanos();
        long end = System.nanoTime() + left;
        while (left > 0) {
            WatchKey key = events.poll(left, TimeUnit.NANOSECONDS);
            if (key != null && folder.take(key)) {
                end = System.nanoTime() + QUIET.toNanos();
            }
            left = end - System.nanoTime();
        }
    }

    private void call() {
        if (isClosed) {
            return;
        }
        try {
            changed.run();
        } catch (Throwable e) {
            // Whatever went wrong this time, errors of class loading included: the next change must be seen.
            LOG.error("A change in {} could not be taken over", directory, e);
        }
    }
}
