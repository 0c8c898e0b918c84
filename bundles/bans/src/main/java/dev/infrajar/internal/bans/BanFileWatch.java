// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Watches the ban file while there is a watcher; both may change. Thread-safe. */
final class BanFileWatch implements AutoCloseable {
    private final Runnable changed;
    private Path file;
    private @Nullable DirectoryWatcher watcher;
    private @Nullable Registration watch;

    /** A watch that begins with the first watcher; the call-back may be called although nothing has changed. */
    BanFileWatch(Path file, Runnable changed) {
        this.file = file;
        this.changed = changed;
    }

    void follow(Path other) {
        synchronized (this) {
            if (other.equals(file)) {
                return;
            }
            file = other;
            begin();
        }
        changed.run();
    }

    void use(DirectoryWatcher service) {
        synchronized (this) {
            watcher = service;
            begin();
        }
        // What was written before the watch began.
        changed.run();
    }

    synchronized void release(DirectoryWatcher service) {
        if (watcher == service) {
            watcher = null;
            end();
        }
    }

    @Override
    public synchronized void close() {
        watcher = null;
        end();
    }

    private void begin() {
        end();
        if (watcher != null) {
            watch = watcher.watchFile(file, changed);
        }
    }

    private void end() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}
