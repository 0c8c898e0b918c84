// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.net.core.Registration;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system has no watch left: the same is noticed by looking. */
class WithoutEventsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicBoolean isExhausted = new AtomicBoolean(true);
    private final AtomicInteger opened = new AtomicInteger();
    private final WatchComponent watcher = new WatchComponent(this::open);
    private final Semaphore calls = new Semaphore(0);
    private final Path home;
    private final Path folder;

    WithoutEventsTest(@TempDir Path home) throws IOException {
        this.home = home;
        this.folder = Files.createDirectory(home.resolve("unwatched-" + home.getFileName()));
    }

    private WatchService open() throws IOException {
        if (isExhausted.get()) {
            throw new IOException("User limit of inotify instances reached or too many open files");
        }
        opened.incrementAndGet();
        return FileSystems.getDefault().newWatchService();
    }

    @AfterEach
    void close() {
        watcher.close();
    }

    private void awaitCall() throws InterruptedException {
        assertThat(calls.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the call-back is called")
                .isTrue();
    }

    private boolean hasThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("watch-" + folder.getFileName()));
    }

    @Test
    void noticesCreatedChangedAndRemovedFiles() throws Exception {
        watcher.watch(folder, calls::release);
        Path file = folder.resolve("a.toml");

        Files.writeString(file, "1");
        awaitCall();
        Files.writeString(file, "1 and more");
        awaitCall();
        Files.delete(file);
        awaitCall();
    }

    @Test
    void noticesRemovalAndReturnOfTheFolder() throws Exception {
        watcher.watch(folder, calls::release);

        Files.delete(folder);
        awaitCall();
        Files.createDirectory(folder);
        awaitCall();
        Files.writeString(folder.resolve("a.toml"), "1");
        awaitCall();
    }

    @Test
    void noticesThatAFileIsWrittenAndReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("a.toml"), "1");
        watcher.watchFile(file, calls::release);

        Files.writeString(file, "1 and more");
        awaitCall();
        Files.move(Files.writeString(home.resolve("part"), "2"), file, StandardCopyOption.REPLACE_EXISTING);
        awaitCall();
    }

    @Test
    void getsEventsAsSoonAsTheSystemHasThemAgain() throws Exception {
        watcher.watch(folder, calls::release);

        isExhausted.set(false);
        awaitCall();
        assertThat(opened).hasValue(1);
        Files.writeString(folder.resolve("a.toml"), "1");
        awaitCall();
    }

    @Test
    void endsItsThreadWithTheWatch() {
        Registration registration = watcher.watch(folder, calls::release);
        assertThat(hasThread()).isTrue();

        registration.close();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hasThread()).isFalse());
        assertThat(calls.availablePermits()).isZero();
    }
}
