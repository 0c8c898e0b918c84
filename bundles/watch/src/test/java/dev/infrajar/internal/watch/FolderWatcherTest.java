// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderWatcherTest {
    private final Path base;
    private final FolderWatcher watcher = new FolderWatcher();
    private final BlockingQueue<List<String>> seen = new LinkedBlockingQueue<>();

    FolderWatcherTest(@TempDir Path base) {
        this.base = base;
    }

    @AfterEach
    void close() {
        watcher.close();
    }

    private Registration watch(Path folder) {
        return watcher.watch(folder, () -> seen.add(namesIn(folder)));
    }

    private static List<String> namesIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of("no folder");
        }
    }

    /** Waits until the folder has been reported with these names: earlier reports may come from halfway. */
    private void awaitReport(String... names) throws InterruptedException {
        List<String> last = List.of();
        for (List<String> report = seen.take(); ; report = seen.take()) {
            last = report;
            if (last.equals(List.of(names))) {
                return;
            }
        }
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(base.resolve(name));
    }

    @Test
    void tellsOfNewChangedAndRemovedFiles() throws Exception {
        Path folder = folder("a");
        watch(folder);

        Path file = Files.writeString(folder.resolve("x"), "1");
        awaitReport("x");
        Files.writeString(file, "2");
        awaitReport("x");
        Files.delete(file);
        awaitReport();
    }

    @Test
    void findsAFolderThatIsMadeLater() throws Exception {
        Path folder = base.resolve("later/still/later");
        watch(folder);

        Files.createDirectories(folder);
        awaitReport();
        Files.writeString(folder.resolve("x"), "1");
        awaitReport("x");
    }

    @Test
    void survivesRemovalAndReturnOfTheFolder() throws Exception {
        Path folder = folder("a");
        watch(folder);
        Files.delete(folder);
        awaitReport("no folder");

        Files.createDirectory(folder);
        awaitReport();
        Files.writeString(folder.resolve("x"), "1");
        awaitReport("x");
    }

    @Test
    void followsAFolderThatIsReplacedByAnother() throws Exception {
        Path folder = folder("a");
        Path next = folder("next");
        Files.writeString(next.resolve("new"), "1");
        watch(folder);

        Files.move(folder, base.resolve("old"));
        Files.move(next, folder);
        awaitReport("new");
        Files.writeString(folder.resolve("x"), "1");
        awaitReport("new", "x");
    }

    @Test
    void followsALinkThatIsTurned() throws Exception {
        Path first = folder("first");
        Path second = folder("second");
        Files.writeString(second.resolve("new"), "1");
        Path link = Files.createSymbolicLink(base.resolve("link"), first);
        watch(link);

        Files.createSymbolicLink(base.resolve("turned"), second);
        Files.move(base.resolve("turned"), link, StandardCopyOption.REPLACE_EXISTING);
        awaitReport("new");
        Files.writeString(second.resolve("x"), "1");
        awaitReport("new", "x");
    }

    @Test
    void watchesAFolderAndOneInsideIt() throws Exception {
        Path inner = folder("a/inner");
        BlockingQueue<String> outerCalls = new LinkedBlockingQueue<>();
        watch(inner);
        watcher.watch(base.resolve("a"), () -> outerCalls.add("outer"));

        Path file = Files.writeString(base.resolve("a/file"), "1");
        assertThat(outerCalls.take()).isEqualTo("outer");
        Files.writeString(inner.resolve("x"), "1");
        awaitReport("x");
        Files.writeString(file, "2");
        assertThat(outerCalls.take()).isEqualTo("outer");
    }

    @Test
    void callsNobodyAfterClose() throws Exception {
        Path folder = folder("a");
        Path sentinel = folder("b");
        AtomicInteger calls = new AtomicInteger();
        Registration registration = watcher.watch(folder, calls::incrementAndGet);
        watch(sentinel);
        Files.writeString(folder.resolve("x"), "1");
        registration.close();
        registration.close();
        int atClose = calls.get();
        Files.writeString(folder.resolve("y"), "1");
        Files.writeString(sentinel.resolve("last"), "x");
        awaitReport("last");

        assertThat(calls.get()).isEqualTo(atClose);
    }

    @Test
    void goesOnAfterACallThatFails() throws Exception {
        Path folder = folder("a");
        AtomicInteger failures = new AtomicInteger();
        watcher.watch(folder, () -> {
            failures.incrementAndGet();
            throw new IllegalStateException("expected");
        });
        watch(folder);
        Files.writeString(folder.resolve("x"), "1");
        awaitReport("x");
        Files.writeString(folder.resolve("y"), "1");
        awaitReport("x", "y");

        assertThat(failures.get()).isPositive();
    }

    @Test
    void hasOneThreadWhileSomethingIsWatched() throws Exception {
        BlockingQueue<Thread> callers = new LinkedBlockingQueue<>();
        Registration first = watcher.watch(folder("a"), () -> callers.add(Thread.currentThread()));
        Registration second = watcher.watch(folder("b"), () -> callers.add(Thread.currentThread()));
        Files.createFile(base.resolve("a/x"));
        Thread thread = callers.take();
        Files.createFile(base.resolve("b/x"));
        assertThat(callers.take()).isSameAs(thread);

        first.close();
        assertThat(thread.isAlive()).isTrue();
        second.close();
        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void watchesAgainAfterTheLastWatchWasClosed() throws Exception {
        watch(folder("a")).close();
        watch(folder("b"));

        Files.createFile(base.resolve("b/x"));
        awaitReport("x");
    }
}
