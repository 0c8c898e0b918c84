// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder and its parent in a watch service. The parent tells when another folder takes the place of this one: a folder
 * that is renamed stays watched under its new name (inotify(7): a watch belongs to the inode), and nothing is said.
 *
 * <p>Not thread-safe: its watch's thread alone, once that runs.
 */
final class WatchedFolder {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

    private final Path directory;
    private final WatchService events;
    private final WatchEvent.Kind<?>[] kinds;
    private @Nullable WatchKey own;
    private @Nullable WatchKey parent;
    private String problem = "";

    private WatchedFolder(Path directory, WatchService events, WatchEvent.Kind<?>... kinds) {
        this.directory = directory;
        this.events = events;
        this.kinds = kinds;
    }

    /** A folder that tells of names that come and go, and of writes to its files. */
    static WatchedFolder withContents(Path directory, WatchService events) {
        return new WatchedFolder(directory, events, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
    }

    /** A folder that tells of names that come and go; writes to its files wake nobody. */
    static WatchedFolder withNames(Path directory, WatchService events) {
        return new WatchedFolder(directory, events, ENTRY_CREATE, ENTRY_DELETE);
    }

    /** Whether the folder is there and watched. */
    boolean isArmed() {
        return own != null;
    }

    /**
     * Watches what is now at the folder's path.
     *
     * @return whether there is a folder
     */
    boolean arm() {
        // First the parent: what comes between the two is told by it.
        armParent();
        WatchKey before = own;
        own = register();
        if (before != null && before != own) {
            before.cancel();
        }
        return isArmed();
    }

    /**
     * Takes the events of a key, and watches anew what has been replaced.
     *
     * @param key a key that the watch service gave
     * @return whether something has changed in the folder
     */
    boolean take(WatchKey key) {
        List<WatchEvent<?>> happened = key.pollEvents();
        boolean isValid = key.reset();
        if (key.equals(own)) {
            if (!isValid) {
                own = null;
                arm();
            }
            return true;
        }
        if (!key.equals(parent)) {
            return false;
        }
        boolean isReplaced = !isValid || happened.stream().anyMatch(this::isAboutFolder);
        if (isReplaced) {
            arm();
        }
        return isReplaced;
    }

    private boolean isAboutFolder(WatchEvent<?> event) {
        return event.kind() == OVERFLOW || directory.getFileName().equals(event.context());
    }

    private @Nullable WatchKey register() {
        try {
            WatchKey key = directory.register(events, kinds);
            if (!problem.isEmpty()) {
                LOG.info("{} is watched again", directory);
                problem = "";
            }
            return key;
        } catch (IOException e) {
            report(e instanceof NoSuchFileException ? "it is not there" : e.toString());
            return null;
        }
    }

    private void armParent() {
        Path above = directory.getParent();
        if (above == null) {
            return;
        }
        WatchKey before = parent;
        try {
            parent = above.register(events, ENTRY_CREATE, ENTRY_DELETE);
        } catch (IOException e) {
            // Missing, or not readable for us: then a replaced folder is noticed only if the old one is deleted.
            LOG.debug("{} is not watched", above, e);
            parent = null;
        }
        if (before != null && before != parent) {
            before.cancel();
        }
    }

    private void report(String reason) {
        if (!reason.equals(problem)) {
            LOG.warn("{} cannot be watched and is looked for every second: {}", directory, reason);
            problem = reason;
        }
    }
}
