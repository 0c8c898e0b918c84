// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.provider.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FileProviderComponentTest {
    private final Path directory;
    private final FakeServerFiles files;
    private final Map<Path, Runnable> watchers = new HashMap<>();
    private final BlockingQueue<List<String>> seen = new LinkedBlockingQueue<>();

    FileProviderComponentTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.files = new FakeServerFiles(directory);
        Files.writeString(directory.resolve("a.toml"), "a a.example");
    }

    private void see(List<ServerDefinition> servers) {
        seen.add(servers.stream().map(ServerDefinition::id).toList());
    }

    private FileProviderComponent start() {
        return new FileProviderComponent(files, new FakeWatcher());
    }

    private final class FakeWatcher implements DirectoryWatcher {
        @Override
        public Registration watch(Path folder, Runnable changed) {
            watchers.put(folder, changed);
            return () -> watchers.remove(folder);
        }

        @Override
        public Registration watchFile(Path file, Runnable changed) {
            throw new AssertionError("only " + file + " is watched, and not its folder");
        }
    }

    private void change() {
        List.copyOf(watchers.values()).forEach(Runnable::run);
    }

    @Test
    void givesTheServersAtOnce() {
        start().subscribe(this::see);

        assertThat(seen).containsExactly(List.of("a"));
    }

    @Test
    void givesTheServersAgainAfterAChange() throws IOException {
        start().subscribe(this::see);
        Files.writeString(directory.resolve("b.toml"), "b b.example");
        change();

        assertThat(seen).containsExactly(List.of("a"), List.of("a", "b"));
    }

    @Test
    void isSilentWhenTheServersAreTheSame() throws IOException {
        start().subscribe(this::see);
        Files.writeString(directory.resolve("a.toml"), "a a.example");
        Files.writeString(directory.resolve("b.toml"), "broken");
        change();

        assertThat(seen).containsExactly(List.of("a"));
    }

    @Test
    void readsAgainWhenSectionsChange() throws Exception {
        start().subscribe(this::see);
        assertThat(seen.take()).containsExactly("a");
        Files.writeString(directory.resolve("a.toml"), "b a.example");
        files.sectionListeners.forEach(Runnable::run);

        assertThat(seen.take()).containsExactly("b");
    }

    @Test
    void endsTheCallsOfAClosedSubscriptionAlone() throws IOException {
        FileProviderComponent provider = start();
        Registration first = provider.subscribe(this::see);
        provider.subscribe(this::see);
        seen.clear();
        first.close();
        first.close();
        Files.writeString(directory.resolve("b.toml"), "b b.example");
        change();

        assertThat(seen).containsExactly(List.of("a", "b"));
    }

    @Test
    void stopsWatchingWhenDeactivated() {
        FileProviderComponent provider = start();
        provider.deactivate();

        assertThat(watchers).isEmpty();
        assertThat(files.sectionListeners).isEmpty();
        assertThat(files.directoryListeners).isEmpty();
    }

    @Test
    void followsTheFolderToAnotherPlace() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.writeString(other.resolve("c.toml"), "c c.example");
        start().subscribe(this::see);
        files.moveTo(other);

        assertThat(watchers).containsOnlyKeys(other);
        Files.writeString(other.resolve("d.toml"), "d d.example");
        change();
        assertThat(seen).containsExactly(List.of("a"), List.of("c"), List.of("c", "d"));
    }

    @Test
    void tellsWhatAReloadHasChanged() throws IOException {
        FileProviderComponent provider = start();
        Files.delete(directory.resolve("a.toml"));
        Files.writeString(directory.resolve("b.toml"), "b b.example");

        assertThat(provider.reload()).containsExactly("server b added from b.toml", "server a removed");
        assertThat(provider.reload()).isEmpty();
    }
}
