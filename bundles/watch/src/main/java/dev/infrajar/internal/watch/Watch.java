// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One registration: a folder, and who wants to know about it.
 *
 * @param folder absolute
 * @param changed the call-back
 * @param quiet the time to wait after a change; guarded by the monitor of {@link FolderWatcher}
 */
record Watch(Path folder, Runnable changed, QuietPeriod quiet) {
    private static final Duration QUIET = Duration.ofMillis(200);

    static Watch of(Path folder, Runnable changed) {
        return new Watch(folder.toAbsolutePath().normalize(), changed, new QuietPeriod(QUIET));
    }

    /** The nearest folder above that is there: in it, the folder itself appears, disappears or is replaced. */
    @Nullable
    Path place() {
        Path place = folder.getParent();
        while (place != null && !Files.isDirectory(place)) {
            place = place.getParent();
        }
        return place;
    }

    /** Whether these events change what is in the folder. */
    boolean isTouchedBy(FolderKeys.Events events) {
        return events.folder().equals(folder) || isMovedBy(events);
    }

    /** Whether these events make the folder another one, or none. */
    boolean isMovedBy(FolderKeys.Events events) {
        boolean isConcerned = folder.startsWith(events.folder());
        return isConcerned
                && (events.isIncomplete() || events.entries().stream().anyMatch(folder::startsWith));
    }
}
