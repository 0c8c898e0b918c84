// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.net.core.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WatchComponent watcher = new WatchComponent();
    private final Semaphore calls = new Semaphore(0);
    private final Path home;
    private final Path folder;

    WatchComponentTest(@TempDir Path home) {
        this.home = home;
        // The name is this test's own, so that its thread can be told from those of others.
        this.folder = home.resolve("folder-" + home.getFileName());
    }

    @BeforeEach
    void createFolder() throws IOException {
        Files.createDirectory(folder);
    }

    @AfterEach
    void close() {
        watcher.close();
    }

    private Registration watch() {
        return watcher.watch(folder, calls::release);
    }

    private void awaitCall() throws InterruptedException {
        assertThat(calls.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the call-back is called")
                .isTrue();
    }

    private List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("watch-" + folder.getFileName()))
                .toList();
    }

    @Test
    void noticesCreatedChangedAndRemovedFiles() throws Exception {
        watch();
        Path file = folder.resolve("a.toml");

        Files.writeString(file, "1");
        awaitCall();
        Files.writeString(file, "2");
        awaitCall();
        Files.delete(file);
        awaitCall();
    }

    @Test
    void noticesFileThatIsMovedIn() throws Exception {
        Path file = Files.writeString(home.resolve("a.part"), "1");
        watch();

        Files.move(file, folder.resolve("a.toml"), StandardCopyOption.ATOMIC_MOVE);

        awaitCall();
    }

    @Test
    void noticesReturnOfRemovedFolder() throws Exception {
        watch();

        Files.delete(folder);
        awaitCall();
        Files.createDirectory(folder);
        awaitCall();
        Files.writeString(folder.resolve("a.toml"), "1");
        awaitCall();
    }

    @Test
    void noticesReturnOfFolderThatWentWithItsParents() throws Exception {
        Path deep = Files.createDirectories(home.resolve("a/b/c"));
        watcher.watch(deep, calls::release);

        Files.delete(deep);
        Files.delete(home.resolve("a/b"));
        Files.delete(home.resolve("a"));
        awaitCall();
        calls.drainPermits();
        Files.createDirectories(deep);
        awaitCall();
        Files.writeString(deep.resolve("a.toml"), "1");
        awaitCall();
    }

    @Test
    void noticesFolderThatDidNotExist() throws Exception {
        Path later = home.resolve("later");
        watcher.watch(later, calls::release);

        Files.createDirectory(later);
        awaitCall();
        Files.writeString(later.resolve("a.toml"), "1");
        awaitCall();
    }

    @Test
    void followsPathWhenFolderIsReplaced() throws Exception {
        Path next = Files.createDirectory(home.resolve("next"));
        watch();

        Files.move(folder, home.resolve("old"));
        Files.move(next, folder);
        awaitCall();
        calls.drainPermits();
        Files.writeString(folder.resolve("a.toml"), "1");
        awaitCall();
    }

    @Test
    void followsSymbolicLinkThatIsPointedElsewhere() throws Exception {
        Path first = Files.createDirectory(home.resolve("first"));
        Path second = Files.createDirectory(home.resolve("second"));
        Path link = Files.createSymbolicLink(home.resolve("link"), first);
        watcher.watch(link, calls::release);

        Path fresh = Files.createSymbolicLink(home.resolve("fresh"), second);
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
        awaitCall();
        Files.writeString(second.resolve("a.toml"), "1");
        awaitCall();
    }

    @Test
    void followsSymbolicLinkAboveThatIsPointedElsewhere() throws Exception {
        Path first = Files.createDirectories(home.resolve("r1/servers"));
        Path second = Files.createDirectories(home.resolve("r2/servers"));
        Path link = Files.createSymbolicLink(home.resolve("current"), first.getParent());
        watcher.watch(link.resolve("servers"), calls::release);

        Path fresh = Files.createSymbolicLink(home.resolve("fresh"), second.getParent());
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
        awaitCall();
        Files.writeString(second.resolve("a.toml"), "1");
        awaitCall();
    }

    @Test
    void followsPathWhenAFolderAboveIsReplacedAndLeavesTheOldOne() throws Exception {
        Path servers = Files.createDirectories(home.resolve("conf/servers"));
        watcher.watch(servers, calls::release);

        Files.move(home.resolve("conf"), home.resolve("conf.old"));
        awaitCall();
        Files.createDirectories(servers);
        awaitCall();
        Files.writeString(servers.resolve("a.toml"), "1");
        awaitCall();
        calls.drainPermits();
        Files.writeString(home.resolve("conf.old/servers/a.toml"), "1");

        Semaphore other = new Semaphore(0);
        watcher.watch(home.resolve("conf.old/servers"), other::release);
        for (int i = 0; i < 5; i++) {
            Files.writeString(home.resolve("conf.old/servers/b.toml"), "1".repeat(i));
            assertThat(other.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(calls.availablePermits()).isZero();
    }

    @Test
    void followsAFileWhenAFolderAboveIsReplaced() throws Exception {
        Path file = Files.createDirectories(home.resolve("a/b")).resolve("a.toml");
        Files.writeString(file, "1");
        watcher.watchFile(file, calls::release);

        Files.move(home.resolve("a"), home.resolve("old"));
        awaitCall();
        Files.createDirectories(file.getParent());
        awaitCall();
        calls.drainPermits();
        Files.writeString(file, "2");
        awaitCall();
    }

    @Test
    void takesBurstAsOneChange() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        watcher.watch(folder, () -> {
            seen.set(folder.toFile().list().length);
            calls.release();
        });

        for (int i = 0; i < 1_000; i++) {
            Files.writeString(folder.resolve(i + ".toml"), "1");
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen).hasValue(1_000));
        assertThat(calls.availablePermits()).isLessThan(100);
    }

    @Test
    void callsAgainForChangeDuringCallAndNeverTwiceAtOnce() throws Exception {
        Semaphore mayEnd = new Semaphore(0);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        watcher.watch(folder, () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            calls.release();
            mayEnd.acquireUninterruptibly();
            inside.decrementAndGet();
        });

        Files.writeString(folder.resolve("a.toml"), "1");
        awaitCall();
        Files.writeString(folder.resolve("b.toml"), "1");
        mayEnd.release();
        awaitCall();
        mayEnd.release();

        assertThat(most).hasValue(1);
    }

    @Test
    void goesOnAfterCallBackFails() throws Exception {
        watcher.watch(folder, () -> {
            calls.release();
            throw new NoClassDefFoundError("thrown by the test");
        });

        Files.writeString(folder.resolve("a.toml"), "1");
        awaitCall();
        Files.writeString(folder.resolve("b.toml"), "1");
        awaitCall();
    }

    @Test
    void hasThreadOnlyWhileWatching() {
        assertThat(threads()).isEmpty();
        Registration registration = watch();
        assertThat(threads()).hasSize(1);

        registration.close();
        registration.close();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    @Test
    void endsAllWatchesWithTheComponent() {
        watch();
        watch();

        watcher.close();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    @Test
    void saysNothingMoreAfterItsEnd() throws Exception {
        AtomicInteger afterEnd = new AtomicInteger();
        Registration counted = watcher.watch(folder, afterEnd::incrementAndGet);
        counted.close();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(threads()).isEmpty());
        watch();

        Files.writeString(folder.resolve("a.toml"), "1");
        awaitCall();

        assertThat(afterEnd).hasValue(0);
    }

    @Test
    void mayBeEndedByItsOwnCallBack() throws Exception {
        Registration[] own = new Registration[1];
        Semaphore registered = new Semaphore(0);
        own[0] = watcher.watch(folder, () -> {
            registered.acquireUninterruptibly();
            own[0].close();
            calls.release();
        });
        registered.release();

        Files.writeString(folder.resolve("a.toml"), "1");

        awaitCall();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    @Test
    void noticesThatAFileIsWrittenReplacedAndRemoved() throws Exception {
        Path file = Files.writeString(folder.resolve("a.toml"), "1");
        watcher.watchFile(file, calls::release);

        Files.writeString(file, "1 and more");
        awaitCall();
        Files.move(Files.writeString(home.resolve("a.part"), "2"), file, StandardCopyOption.REPLACE_EXISTING);
        awaitCall();
        Files.delete(file);
        awaitCall();
        Files.writeString(file, "3");
        awaitCall();
    }

    @Test
    void noticesAWriteThatLeavesTheSizeAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("a.toml"), "1");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        watcher.watchFile(file, calls::release);

        Files.writeString(file, "2");

        awaitCall();
    }

    @Test
    void noticesThatAFileMayBeReadAgain() throws Exception {
        Path file = Files.writeString(folder.resolve("a.toml"), "1");
        Files.setPosixFilePermissions(file, Set.of());
        watcher.watchFile(file, calls::release);

        Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_READ));

        awaitCall();
    }

    @Test
    void noticesAWriteBehindASymbolicLink() throws Exception {
        Path real = Files.writeString(home.resolve("real.toml"), "1");
        watcher.watchFile(Files.createSymbolicLink(folder.resolve("a.toml"), real), calls::release);

        Files.writeString(real, "1 and more");

        awaitCall();
    }

    @Test
    void noticesAFileThatReturnsWithItsFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("a.toml"), "1");
        watcher.watchFile(file, calls::release);

        Files.delete(file);
        Files.delete(folder);
        awaitCall();
        Files.createDirectory(folder);
        awaitCall();
        calls.drainPermits();
        Files.writeString(file, "1");
        awaitCall();
        calls.drainPermits();
        Files.writeString(file, "1 and more");
        awaitCall();
    }

    @Test
    void saysNothingOfWritesToOtherFilesInTheFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("a.toml"), "1");
        Path log = Files.writeString(folder.resolve("proxy.log"), "");
        Semaphore all = new Semaphore(0);
        watcher.watch(folder, all::release);
        watcher.watchFile(file, calls::release);

        // Each watch of the whole folder sees a line; so the one of the file had its time to see it too.
        for (int line = 0; line < 5; line++) {
            Files.writeString(log, "a line\n", StandardOpenOption.APPEND);
            assertThat(all.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        assertThat(calls.availablePermits()).isZero();
    }
}
