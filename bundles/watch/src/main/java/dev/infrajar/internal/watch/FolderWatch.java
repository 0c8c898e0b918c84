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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch of one folder, or of one file in it, on a thread of its own, so that a call-back that blocks delays no other folder. A platform
 * thread: a call-back may start bundles, and code of plugins must not occupy the carriers of virtual threads.
 */
final class FolderWatch implements Registration {
    /** How long nothing may change before the call-back is called. */
    static final Duration QUIET = Duration.ofMillis(200);

    /** How often a folder that is not there is looked for. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** How often a file is looked at: with the quiet time behind it a change is told within a second. */
    private static final Duration LOOK_AT_FILE_EVERY = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final Path directory;
    private final Runnable changed;
    private final WatchService events;
    private final WatchedFolder folder;
    private final Optional<WatchedFile> file;
    private volatile boolean isClosed;

    private FolderWatch(
            Path directory, Runnable changed, WatchService events, WatchedFolder folder, Optional<WatchedFile> file) {
        this.directory = directory;
        this.changed = changed;
        this.events = events;
        this.folder = folder;
        this.file = file;
    }

    /**
     * Begins a watch of all files in a folder; what changes after the return is noticed.
     *
     * @param directory an absolute path
     * @param changed called on the watch's own thread
     * @throws UncheckedIOException if the system gives no further watches
     */
    static FolderWatch ofAll(Path directory, Runnable changed) {
        WatchService events = open(directory);
        return start(new FolderWatch(
                directory, changed, events, WatchedFolder.withContents(directory, events), Optional.empty()));
    }

    /**
     * Begins a watch of one file; what changes after the return is noticed.
     *
     * @param file an absolute path
     * @param changed called on the watch's own thread, for names that come and go beside the file too
     * @throws UncheckedIOException if the system gives no further watches
     */
    static FolderWatch ofFile(Path file, Runnable changed) {
        Path directory = file.resolveSibling("");
        WatchService events = open(directory);
        return start(new FolderWatch(
                directory,
                changed,
                events,
                WatchedFolder.withNames(directory, events),
                Optional.of(new WatchedFile(file))));
    }

    private static WatchService open(Path directory) {
        try {
            return directory.getFileSystem().newWatchService();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch " + directory + ": " + e.getMessage(), e);
        }
    }

    private static FolderWatch start(FolderWatch watch) {
        watch.folder.arm();
        Thread.ofPlatform()
                .daemon()
                .name("watch-" + watch.directory.getFileName())
                .start(watch::run);
        return watch;
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
            WatchKey key = next();
            isChanged = key == null ? look() : folder.take(key);
        }
    }

    /** The next key with events; null when it is time to look. */
    private @Nullable WatchKey next() throws InterruptedException {
        if (!folder.isArmed()) {
            return events.poll(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
        }
        return file.isPresent() ? events.poll(LOOK_AT_FILE_EVERY.toNanos(), TimeUnit.NANOSECONDS) : events.take();
    }

    private boolean look() {
        boolean isBack = !folder.isArmed() && folder.arm();
        return isFileChanged() || isBack;
    }

    private boolean isFileChanged() {
        return file.isPresent() && file.get().hasChanged();
    }

    private void awaitQuiet() throws InterruptedException {
        boolean isQuiet = false;
        while (!isQuiet) {
            isFileChanged();
            awaitSilence();
            isQuiet = !isFileChanged();
        }
    }

    private void awaitSilence() throws InterruptedException {
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
