// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.nio.file.Path;

/** Tells when something in a folder has changed. */
public interface DirectoryWatcher {
    /**
     * Watches the files directly in a folder, from now on. A folder that does not exist, or is removed and comes back,
     * is watched as soon as it is there.
     *
     * @param directory the folder
     * @param changed called on a thread of the watcher when 200 ms have passed without a further change; may block; calls
     *     for one registration never overlap
     * @return ends the watch
     */
    Registration watch(Path directory, Runnable changed);
}
