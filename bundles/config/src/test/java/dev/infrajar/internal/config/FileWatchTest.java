// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
    private final Path home;
    private final FakeWatcher watcher = new FakeWatcher();
    private final AtomicInteger changes = new AtomicInteger();

    FileWatchTest(@TempDir Path home) {
        this.home = home;
    }

    private FileWatch watch() {
        return FileWatch.start(watcher, home.resolve("infrarust.toml"), changes::incrementAndGet);
    }

    private void link(String name, String target) throws IOException {
        Path fresh = Files.createSymbolicLink(home.resolve("fresh"), Path.of(target));
        Files.move(fresh, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void watchesTheFolderOfAFileThatIsNotThere() {
        watch();
        assertThat(watcher.watched).containsOnlyKeys(home);

        watcher.change(home);
        assertThat(changes).hasValue(1);
    }

    @Test
    void watchesTheFoldersThatLinksLeadThrough() throws IOException {
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        Path real = Files.createDirectories(home.resolve("real"));
        Files.writeString(real.resolve("real.toml"), "");
        Files.createSymbolicLink(elsewhere.resolve("next.toml"), real.resolve("real.toml"));
        link("infrarust.toml", "elsewhere/next.toml");
        watch();

        assertThat(watcher.watched).containsOnlyKeys(home, elsewhere, real);
        watcher.change(real);
        assertThat(changes).hasValue(1);
    }

    @Test
    void followsAMountedFileWhoseFolderIsSwapped() throws IOException {
        Files.createDirectory(home.resolve("..1"));
        link("..data", "..1");
        link("infrarust.toml", "..data/infrarust.toml");
        watch();
        assertThat(watcher.watched).containsOnlyKeys(home, home.resolve("..data"));

        Files.createDirectory(home.resolve("..2"));
        link("..data", "..2");
        watcher.change(home);
        assertThat(changes).hasValue(1);
        assertThat(watcher.watched).containsOnlyKeys(home, home.resolve("..data"));
    }

    @Test
    void leavesFoldersThatLeadToTheFileNoMore() throws IOException {
        Files.createDirectory(home.resolve("old"));
        link("infrarust.toml", "old/infrarust.toml");
        watch();
        Files.delete(home.resolve("infrarust.toml"));
        Files.writeString(home.resolve("infrarust.toml"), "");
        watcher.change(home);

        assertThat(watcher.watched).containsOnlyKeys(home);
    }

    @Test
    void givesUpOnLinksThatGoInCircles() throws IOException {
        link("a.toml", "infrarust.toml");
        link("infrarust.toml", "a.toml");
        watch();

        assertThat(watcher.watched).containsOnlyKeys(home);
    }

    @Test
    void endsAllWatches() throws IOException {
        link("infrarust.toml", "old/infrarust.toml");
        FileWatch watch = watch();
        Runnable late = requireNonNull(watcher.watched.get(home));
        watch.close();
        assertThat(watcher.watched).isEmpty();

        late.run();
        assertThat(watcher.watched).isEmpty();
    }

    private static final class FakeWatcher implements DirectoryWatcher {
        final Map<Path, Runnable> watched = new HashMap<>();

        @Override
        public Registration watch(Path directory, Runnable changed) {
            assertThat(watched.put(directory, changed)).as("watched twice").isNull();
            return () -> watched.remove(directory);
        }

        void change(Path directory) {
            requireNonNull(watched.get(directory)).run();
        }
    }
}
