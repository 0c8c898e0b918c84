// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the system tells of changes. It may have no watch service to give (inotify(7): {@code max_user_instances}, often 128
 * for all processes of a user): then nothing is told and time passes, until a later {@link #register} gets one.
 *
 * <p>For one thread at a time, but for {@link #close}.
 */
final class FolderEvents {
    /** Where watch services come from. */
    interface Source {
        /** A new watch service; the caller closes it. */
        WatchService open() throws IOException;
    }

    private final Source source;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Null until there is one; written under the monitor. */
    private volatile @Nullable WatchService service;

    FolderEvents(Source source) {
        this.source = source;
    }

    /**
     * Asks for the events of a folder.
     *
     * @throws IOException if it is not there, or the system gives no further watches
     * @throws ClosedWatchServiceException after the end
     */
    WatchKey register(Path directory, WatchEvent.Kind<?>... kinds) throws IOException {
        return directory.register(service(), kinds);
    }

    private synchronized WatchService service() throws IOException {
        if (isClosed()) {
            throw new ClosedWatchServiceException();
        }
        WatchService known = service;
        if (known == null) {
            known = source.open();
            service = known;
        }
        return known;
    }

    /**
     * Waits for a key with events.
     *
     * @return null when none came within that time
     * @throws ClosedWatchServiceException after the end
     */
    @Nullable
    WatchKey poll(long nanos) throws InterruptedException {
        WatchService known = service;
        if (known != null) {
            return known.poll(nanos, TimeUnit.NANOSECONDS);
        }
        if (closed.await(nanos, TimeUnit.NANOSECONDS)) {
            throw new ClosedWatchServiceException();
        }
        return null;
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** From any thread; who waits in {@link #poll} is woken. */
    synchronized void close() throws IOException {
        closed.countDown();
        WatchService known = service;
        if (known != null) {
            known.close();
        }
    }
}
