// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Watches folders and files for other bundles. Has no thread while nothing is watched. */
@Component
public final class WatchComponent implements DirectoryWatcher {
    private final Set<FolderWatch> open = ConcurrentHashMap.newKeySet();
    private final FolderEvents.Source source;

    /** Called by Declarative Services. */
    @Activate
    public WatchComponent() {
        this(FileSystems.getDefault()::newWatchService);
    }

    /**
     * A watcher of its own.
     *
     * @param source of its watch services, one for each watch
     */
    WatchComponent(FolderEvents.Source source) {
        this.source = source;
    }

    /** Ends the watches that nobody has ended; waits for nothing. */
    @Deactivate
    public void close() {
        open.forEach(FolderWatch::close);
        open.clear();
    }

    @Override
    public Registration watch(Path directory, Runnable changed) {
        return keep(FolderWatch.ofAll(directory.toAbsolutePath().normalize(), changed, new FolderEvents(source)));
    }

    @Override
    public Registration watchFile(Path file, Runnable changed) {
        return keep(FolderWatch.ofFile(file.toAbsolutePath().normalize(), changed, new FolderEvents(source)));
    }

    private Registration keep(FolderWatch watch) {
        open.add(watch);
        return () -> {
            watch.close();
            open.remove(watch);
        };
    }
}
