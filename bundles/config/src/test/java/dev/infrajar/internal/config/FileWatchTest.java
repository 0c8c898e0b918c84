// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
    private final Path home;
    private final Path file;
    private final FakeWatcher watcher = new FakeWatcher();
    private final AtomicInteger changes = new AtomicInteger();

    FileWatchTest(@TempDir Path home) {
        this.home = home;
        this.file = home.resolve("infrarust.toml");
    }

    private FileWatch watch() {
        return FileWatch.start(watcher, file, changes::incrementAndGet);
    }

    private void link(String name, String target) throws IOException {
        Path fresh = Files.createSymbolicLink(home.resolve("fresh"), Path.of(target));
        Files.move(fresh, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void watchesAFileThatIsNotThere() {
        watch();
        assertThat(watcher.watched).containsOnlyKeys(file);

        watcher.change(file);
        assertThat(changes).hasValue(1);
    }

    @Test
    void watchesTheFilesThatLinksLeadThrough() throws IOException {
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        Path real = Files.createDirectories(home.resolve("real"));
        Files.writeString(real.resolve("real.toml"), "");
        Files.createSymbolicLink(elsewhere.resolve("next.toml"), real.resolve("real.toml"));
        link("infrarust.toml", "elsewhere/next.toml");
        watch();

        Path last = real.resolve("real.toml");
        assertThat(watcher.watched).containsOnlyKeys(file, elsewhere.resolve("next.toml"), last);
        watcher.change(last);
        assertThat(changes).hasValue(1);
    }

    @Test
    void followsAMountedFileWhoseFolderIsSwapped() throws IOException {
        Files.createDirectory(home.resolve("..1"));
        link("..data", "..1");
        link("infrarust.toml", "..data/infrarust.toml");
        watch();
        assertThat(watcher.watched).containsOnlyKeys(file, home.resolve("..data/infrarust.toml"));

        Files.createDirectory(home.resolve("..2"));
        link("..data", "..2");
        watcher.change(file);
        assertThat(changes).hasValue(1);
        assertThat(watcher.watched).containsOnlyKeys(file, home.resolve("..data/infrarust.toml"));
    }

    @Test
    void leavesFilesThatLeadToTheFileNoMore() throws IOException {
        Files.createDirectory(home.resolve("old"));
        link("infrarust.toml", "old/infrarust.toml");
        watch();
        Files.delete(home.resolve("infrarust.toml"));
        Files.writeString(home.resolve("infrarust.toml"), "");
        watcher.change(file);

        assertThat(watcher.watched).containsOnlyKeys(file);
    }

    @Test
    void givesUpOnLinksThatGoInCircles() throws IOException {
        link("a.toml", "infrarust.toml");
        link("infrarust.toml", "a.toml");
        watch();

        assertThat(watcher.watched).containsOnlyKeys(file, home.resolve("a.toml"));
    }

    @Test
    void endsAllWatches() throws IOException {
        link("infrarust.toml", "old/infrarust.toml");
        FileWatch watch = watch();
        Runnable late = requireNonNull(watcher.watched.get(file));
        watch.close();
        assertThat(watcher.watched).isEmpty();

        late.run();
        assertThat(watcher.watched).isEmpty();
    }
}
