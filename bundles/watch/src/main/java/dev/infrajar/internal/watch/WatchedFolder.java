// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder whose changes are told by events, and by looking where events say nothing: a folder that is renamed stays
 * watched under its new name (inotify(7): a watch belongs to the inode).
 *
 * <pre>
 *   /srv/current/servers      another one here: the parent's events tell, at once
 *       |       `-- a.toml    its own events tell
 *       `-- a link that is pointed elsewhere, any folder above that is replaced: a look at the path tells
 *   no events to be had: a look at the folder's contents tells
 * </pre>
 *
 * <p>Not thread-safe: its watch's thread alone, once that runs.
 */
final class WatchedFolder {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

    private final Path directory;
    private final FolderEvents events;
    private final FolderContents contents;
    private final WatchEvent.Kind<?>[] kinds;
    private @Nullable WatchKey own;
    private @Nullable WatchKey parent;

    /** What was at the path when it was armed. */
    private Optional<Object> place = Optional.empty();

    private String problem = "";

    private WatchedFolder(Path directory, FolderEvents events, FolderContents contents, WatchEvent.Kind<?>... kinds) {
        this.directory = directory;
        this.events = events;
        this.contents = contents;
        this.kinds = kinds;
    }

    /** A folder that tells of names that come and go, and of writes to its files. */
    static WatchedFolder withContents(Path directory, FolderEvents events) {
        FolderContents contents = new FolderContents(directory, true);
        return new WatchedFolder(directory, events, contents, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
    }

    /** A folder that tells of names that come and go; writes to its files wake nobody. */
    static WatchedFolder withNames(Path directory, FolderEvents events) {
        FolderContents contents = new FolderContents(directory, false);
        return new WatchedFolder(directory, events, contents, ENTRY_CREATE, ENTRY_DELETE);
    }

    /** Begins; what changes after the return is noticed. */
    void begin() {
        arm();
        look();
    }

    /** Watches what is now at the folder's path, if there is something and the system gives events. */
    private void arm() {
        // First the parent: what comes between the two is told by it.
        armParent();
        // What replaces the folder between these two is told by the next look.
        place = place();
        WatchKey before = own;
        own = register();
        if (before != null && before != own) {
            before.cancel();
        }
    }

    /**
     * Looks for what no events tell.
     *
     * @return whether there is something else, or something again, at the folder's path, or in it where there are no events
     */
    boolean look() {
        if (own != null) {
            if (place().equals(place)) {
                return false;
            }
            arm();
            return true;
        }
        arm();
        return own != null || contents.haveChanged();
    }

    private Optional<Object> place() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(directory, BasicFileAttributes.class).fileKey());
        } catch (IOException _) {
            // Said when it is registered.
            return Optional.empty();
        }
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
            WatchKey key = events.register(directory, kinds);
            if (!problem.isEmpty()) {
                LOG.info("{} is watched again", directory);
                problem = "";
            }
            return key;
        } catch (IOException e) {
            report(e);
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
            parent = events.register(above, ENTRY_CREATE, ENTRY_DELETE);
        } catch (IOException e) {
            // Missing, or not readable for us: then a replaced folder is noticed by the next look.
            LOG.debug("{} is not watched", above, e);
            parent = null;
        }
        if (before != null && before != parent) {
            before.cancel();
        }
    }

    private void report(IOException e) {
        boolean isThere = Files.isDirectory(directory);
        String reason = e instanceof NoSuchFileException && !isThere ? "it is not there" : e.toString();
        if (reason.equals(problem)) {
            return;
        }
        problem = reason;
        if (isThere) {
            LOG.warn(
                    "{} is looked at every second, as the system gives no watch: {} (on Linux the limits are the"
                            + " sysctls fs.inotify.max_user_instances and max_user_watches, and open files)",
                    directory,
                    reason);
        } else {
            LOG.warn("{} cannot be watched and is looked for every second: {}", directory, reason);
        }
    }
}
