// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.provider.file;

import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The watch of a folder whose place may change. Thread-safe. */
final class FolderWatch implements Registration {
    private final DirectoryWatcher watcher;
    private final Supplier<Path> folder;
    private final Runnable changed;
    private @Nullable Registration watch;
    private boolean isClosed;

    FolderWatch(DirectoryWatcher watcher, Supplier<Path> folder, Runnable changed) {
        this.watcher = watcher;
        this.folder = folder;
        this.changed = changed;
    }

    /** Watches the folder that it is now, and no other. */
    synchronized void follow() {
        if (!isClosed) {
            end();
            watch = watcher.watch(folder.get(), changed);
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        end();
    }

    private void end() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}
