// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import dev.infrajar.net.core.Registration;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch of one folder, or of one file in it, on a thread of its own, so that a call-back that blocks delays no other folder. A platform
 * thread: a call-back may start bundles, and code of plugins must not occupy the carriers of virtual threads.
 */
final class FolderWatch implements Registration {
    /** How long nothing may change before the call-back is called. */
    static final Duration QUIET = Duration.ofMillis(200);

    /** How often a folder is looked at, for what events do not tell. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** How often a file is looked at: with the quiet time behind it a change is told within a second. */
    private static final Duration LOOK_AT_FILE_EVERY = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final Path directory;
    private final Runnable changed;
    private final FolderEvents events;
    private final WatchedFolder folder;
    private final Optional<WatchedFile> file;
    private final long lookEvery;

    private FolderWatch(
            Path directory, Runnable changed, FolderEvents events, WatchedFolder folder, Optional<WatchedFile> file) {
        this.directory = directory;
        this.changed = changed;
        this.events = events;
        this.folder = folder;
        this.file = file;
        this.lookEvery = (file.isPresent() ? LOOK_AT_FILE_EVERY : LOOK_EVERY).toNanos();
    }

    /**
     * Begins a watch of all files in a folder; what changes after the return is noticed.
     *
     * @param directory an absolute path
     * @param changed called on the watch's own thread
     */
    static FolderWatch ofAll(Path directory, Runnable changed, FolderEvents events) {
        WatchedFolder folder = WatchedFolder.withContents(directory, events);
        return start(new FolderWatch(directory, changed, events, folder, Optional.empty()));
    }

    /**
     * Begins a watch of one file; what changes after the return is noticed.
     *
     * @param file an absolute path
     * @param changed called on the watch's own thread, for names that come and go beside the file too
     */
    static FolderWatch ofFile(Path file, Runnable changed, FolderEvents events) {
        Path directory = file.resolveSibling("");
        WatchedFolder folder = WatchedFolder.withNames(directory, events);
        return start(new FolderWatch(directory, changed, events, folder, Optional.of(new WatchedFile(file))));
    }

    private static FolderWatch start(FolderWatch watch) {
        watch.folder.begin();
        Thread.ofPlatform()
                .daemon()
                .name("watch-" + watch.directory.getFileName())
                .start(watch::run);
        return watch;
    }

    /** Does not wait for a call-back that is running: it may be the caller. */
    @Override
    public void close() {
        try {
            events.close();
        } catch (IOException e) {
            LOG.warn("The watch of {} did not end cleanly", directory, e);
        }
    }

    private void run() {
        try {
            while (!events.isClosed()) {
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
        while (!isTold(lookEvery) && !look()) {
            // neither events nor a look said anything
        }
    }

    /** Whether events tell of a change within a time; those about something else do not lengthen it. */
    private boolean isTold(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            WatchKey key = events.poll(left);
            if (key != null && folder.take(key)) {
                return true;
            }
        }
        return false;
    }

    /** Looks at both, each of which remembers what it has seen. */
    private boolean look() {
        boolean isFolderChanged = folder.look();
        return isFileChanged() || isFolderChanged;
    }

    private boolean isFileChanged() {
        return file.isPresent() && file.get().hasChanged();
    }

    private void awaitQuiet() throws InterruptedException {
        look();
        while (isTold(QUIET.toNanos()) || look()) {
            // not quiet yet
        }
    }

    private void call() {
        if (events.isClosed()) {
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
