// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches folders with one thread, which is there while something is watched and sleeps until the kernel wakes it.
 *
 * <p>For each folder the one above it is watched too (the nearest that is there), so a folder that is removed, replaced
 * or made later is found again. The replacement of a folder further up is not seen.
 */
final class FolderWatcher implements DirectoryWatcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);

    private final List<Watch> watches = new ArrayList<>();

    /** There while something is watched; its thread ends with it. */
    private @Nullable FolderKeys keys;

    @Override
    public synchronized Registration watch(Path directory, Runnable changed) {
        Watch watch = Watch.of(directory, changed);
        watches.add(watch);
        try {
            running().arm(watches);
        } catch (IOException e) {
            LOG.error("changes in {} will not be seen: {}", directory, e.toString());
        }
        return () -> remove(watch);
    }

    private FolderKeys running() throws IOException {
        if (keys == null) {
            FolderKeys fresh = new FolderKeys();
            keys = fresh;
            Thread.ofPlatform().daemon().name("watch").start(() -> run(fresh));
        }
        return keys;
    }

    private synchronized void remove(Watch watch) {
        boolean wasOpen = watches.remove(watch);
        if (!wasOpen || keys == null) {
            return;
        }
        if (watches.isEmpty()) {
            keys.close();
            keys = null;
        } else {
            keys.arm(watches);
        }
    }

    /** Ends all watches. A call-back that is running goes on. */
    @Override
    public synchronized void close() {
        List.copyOf(watches).forEach(this::remove);
    }

    private void run(FolderKeys own) {
        try {
            while (true) {
                WatchKey key = own.await(sleepNanos());
                if (key != null) {
                    take(own, key);
                }
                due(own).forEach(this::call);
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("nothing is watched any more");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized long sleepNanos() {
        long now = System.nanoTime();
        return watches.stream()
                .mapToLong(watch -> watch.quiet().remainingNanos(now))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private synchronized void take(FolderKeys own, WatchKey key) {
        own.take(key).ifPresent(events -> {
            long now = System.nanoTime();
            watches.stream().filter(watch -> watch.isTouchedBy(events)).forEach(watch -> watch.quiet()
                    .begin(now));
            if (watches.stream().anyMatch(watch -> watch.isMovedBy(events))) {
                own.arm(watches);
            }
        });
    }

    private synchronized List<Watch> due(FolderKeys own) {
        if (own != keys) {
            // Another thread has taken over: two must not make calls for one registration.
            return List.of();
        }
        long now = System.nanoTime();
        return watches.stream().filter(watch -> watch.quiet().takeEnd(now)).toList();
    }

    private void call(Watch watch) {
        synchronized (this) {
            if (!watches.contains(watch)) {
                return;
            }
        }
        try {
            watch.changed().run();
        } catch (RuntimeException | Error e) {
            LOG.error("what follows a change in {} failed", watch.folder(), e);
        }
    }
}
