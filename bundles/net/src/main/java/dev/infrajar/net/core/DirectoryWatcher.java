// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.nio.file.Path;

/**
 * Tells when something in a folder, or one file, has changed. Where the system gives no watches, it is looked at every second:
 * a watch can always be had.
 */
public interface DirectoryWatcher {
    /**
     * Watches the files directly in a folder, from now on. A folder that does not exist, or is removed and comes back,
     * is watched as soon as it is there. What counts is its path: a folder, or a link, above it may be replaced as well.
     *
     * @param directory the folder
     * @param changed called on a thread of the watcher when 200 ms have passed without a further change; may block; calls
     *     for one registration never overlap
     * @return ends the watch
     */
    Registration watch(Path directory, Runnable changed);

    /**
     * Watches one file, from now on, where it is not known what else is written in its folder: nobody is woken by writes to
     * other files. A file that is put in the place of the old is noticed at once, a write into it within half a second.
     * The folder is as with {@link #watch}.
     *
     * @param file the file, which need not exist; a symbolic link stands for what it leads to
     * @param changed called on a thread of the watcher when 200 ms have passed without a further change, and also for files
     *     that are created, renamed or removed beside it; may block; calls for one registration never overlap
     * @return ends the watch
     */
    Registration watchFile(Path file, Runnable changed);
}
