// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A watcher of files that tells of a change when it is told to. */
final class FakeWatcher implements DirectoryWatcher {
    final Map<Path, Runnable> watched = new HashMap<>();

    @Override
    public Registration watch(Path directory, Runnable changed) {
        throw new AssertionError("everything in " + directory + " is watched, and not a file alone");
    }

    @Override
    public Registration watchFile(Path file, Runnable changed) {
        assertThat(watched.put(file, changed)).as("watched twice").isNull();
        return () -> watched.remove(file);
    }

    void change(Path file) {
        requireNonNull(watched.get(file)).run();
    }
}
