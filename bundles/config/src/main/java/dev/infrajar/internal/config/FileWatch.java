// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch of one file, and where the file is a symbolic link, of the links and the file that it leads to. So
 * are files mounted into containers: {@code infrarust.toml -> ..data/infrarust.toml}, {@code ..data -> ..2026_11_22}. Thread-safe.
 */
final class FileWatch implements Registration {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    /** Links that are followed at most; the kernel follows 40 (path_resolution(7)), people make one or two. */
    private static final int MOST_LINKS = 8;

    private final DirectoryWatcher watcher;
    private final Path file;
    private final Runnable changed;
    private final Map<Path, Registration> watches = new HashMap<>();
    private boolean isClosed;

    private FileWatch(DirectoryWatcher watcher, Path file, Runnable changed) {
        this.watcher = watcher;
        this.file = file.toAbsolutePath().normalize();
        this.changed = changed;
    }

    /**
     * Begins a watch.
     *
     * @param changed called on a thread of the watcher when the file may have changed, and when neighbours come and
     *     go; calls may overlap where there are links
     */
    static FileWatch start(DirectoryWatcher watcher, Path file, Runnable changed) {
        FileWatch watch = new FileWatch(watcher, file, changed);
        watch.follow();
        return watch;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        watches.values().forEach(Registration::close);
        watches.clear();
    }

    private void onEvent() {
        follow();
        changed.run();
    }

    /** Watches what leads to the file now, and nothing else. */
    private synchronized void follow() {
        if (isClosed) {
            return;
        }
        Set<Path> wanted = links();
        watches.entrySet().removeIf(entry -> {
            boolean isLeft = !wanted.contains(entry.getKey());
            if (isLeft) {
                entry.getValue().close();
            }
            return isLeft;
        });
        wanted.forEach(link -> watches.computeIfAbsent(link, path -> watcher.watchFile(path, this::onEvent)));
    }

    /** The file, and each link in front of it. */
    private Set<Path> links() {
        Set<Path> links = new LinkedHashSet<>();
        Path at = file;
        for (int followed = 0; followed <= MOST_LINKS && links.add(at) && Files.isSymbolicLink(at); followed++) {
            try {
                at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
            } catch (IOException e) {
                LOG.debug("{} is not followed", at, e); // gone since: an event will tell
                break;
            }
        }
        return links;
    }
}
