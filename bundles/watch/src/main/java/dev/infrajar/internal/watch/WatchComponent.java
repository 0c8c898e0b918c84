// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Offers the watching of folders. */
@Component(service = DirectoryWatcher.class)
public final class WatchComponent implements DirectoryWatcher {
    private final FolderWatcher watcher = new FolderWatcher();

    /** Starts nothing: the thread comes with the first watch. */
    @Activate
    public WatchComponent() {}

    /** Ends all watches. Returns at once. */
    @Deactivate
    public void deactivate() {
        watcher.close();
    }

    @Override
    public Registration watch(Path directory, Runnable changed) {
        return watcher.watch(directory, changed);
    }
}
