// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginDeployerTest {
    private static final Duration AMPLE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Path folder;
    private final FakeStore store = new FakeStore();
    private final PluginStates states = new PluginStates();
    private PluginDeployer deployer;
    private int writes;

    PluginDeployerTest(@TempDir Path folder) {
        this.folder = folder;
        this.deployer = deployer(AMPLE);
    }

    @Test
    void installsAndStartsWhatIsInTheFolder() throws IOException {
        write("a.jar", plugin("a", "1.0.0"));
        write("b.jar", plugin("b", "1.0.0"));
        Files.writeString(folder.resolve("README.txt"), "not a plugin");

        deployer.look();

        assertThat(store.plugins()).containsExactly("com.example.a 1.0.0 active", "com.example.b 1.0.0 active");
        assertThat(texts()).containsExactly("a.jar active", "b.jar active");
    }

    @Test
    void doesNothingWhenNothingHasChanged() throws IOException {
        write("a.jar", plugin("a", "1.0.0"));
        deployer.look();
        List<String> before = store.actions();

        deployer.look();

        assertThat(store.actions()).isEqualTo(before);
    }

    @Test
    void doesNothingWithoutAFolder() {
        deployer = new PluginDeployer(new JarFolder(folder.resolve("missing")), store, states, AMPLE);

        deployer.look();

        assertThat(states.all()).isEmpty();
    }

    @Test
    void updatesInPlace() throws IOException {
        write("a.jar", plugin("a", "1.0.0"));
        deployer.look();
        write("a.jar", plugin("a", "1.0.0").withEntry("more", new byte[10]));

        deployer.look();

        assertThat(store.actions())
                .containsExactly(
                        "install com.example.a 1.0.0",
                        "start com.example.a 1.0.0",
                        "stop com.example.a 1.0.0",
                        "update com.example.a 1.0.0",
                        "refresh",
                        "start com.example.a 1.0.0");
    }

    @Test
    void removesWhatHasLeftTheFolder() throws IOException {
        write("a.jar", plugin("a", "1.0.0"));
        deployer.look();
        Files.delete(folder.resolve("a.jar"));

        deployer.look();

        assertThat(store.plugins()).isEmpty();
        assertThat(states.all()).isEmpty();
        assertThat(store.actions()).endsWith("uninstall com.example.a 1.0.0", "refresh");
    }

    @Test
    void followsARenamedFile() throws IOException {
        write("a.jar", plugin("a", "1.0.0"));
        deployer.look();
        Files.move(folder.resolve("a.jar"), folder.resolve("b.jar"));

        deployer.look();

        assertThat(texts()).containsExactly("b.jar active");
        assertThat(store.plugins()).containsExactly("com.example.a 1.0.0 active");
    }

    @Test
    void waitsForTheRestOfAHalfCopiedFile() throws IOException {
        byte[] whole = plugin("a", "1.0.0").withEntry("more", new byte[5000]).bytes();
        Files.write(folder.resolve("a.jar"), Arrays.copyOf(whole, whole.length / 2));
        deployer.look();
        assertThat(texts()).singleElement().asString().startsWith("a.jar incomplete");
        assertThat(store.plugins()).isEmpty();
        Files.write(folder.resolve("a.jar"), whole);

        deployer.look();

        assertThat(texts()).containsExactly("a.jar active");
    }

    @Test
    void keepsARunningPluginWhileItsNewFileIsIncomplete() throws IOException {
        byte[] old = write("a.jar", plugin("a", "1.0.0"));
        FileTime time = Files.getLastModifiedTime(folder.resolve("a.jar"));
        deployer.look();
        Files.write(folder.resolve("a.jar"), new byte[100]);

        deployer.look();

        assertThat(texts()).singleElement().asString().startsWith("a.jar active, but its new file is incomplete");
        assertThat(store.plugins()).containsExactly("com.example.a 1.0.0 active");

        Files.write(folder.resolve("a.jar"), old);
        Files.setLastModifiedTime(folder.resolve("a.jar"), time);
        deployer.look();
        assertThat(texts()).containsExactly("a.jar active");
    }

    @Test
    void keepsARunningPluginWhoseNewFileMissesAnImport() throws IOException {
        write("a.jar", plugin("a", "1.0.0"));
        deployer.look();
        write("a.jar", plugin("a", "1.1.0").with("Import-Package", "x.y"));

        deployer.look();

        assertThat(texts())
                .containsExactly("a.jar active, but its new file is failed:"
                        + " it needs the package x.y, which no bundle exports");
        assertThat(store.plugins()).containsExactly("com.example.a 1.0.0 active");
    }

    @Test
    void refusesAFileWithItsReasonAndGoesOnWithTheOthers() throws IOException {
        write("a.jar", TestJar.empty());
        write("b.jar", plugin("b", "1.0.0"));

        deployer.look();

        assertThat(texts()).hasSize(2).element(0).asString().startsWith("a.jar refused: it is not a bundle");
        assertThat(store.plugins()).containsExactly("com.example.b 1.0.0 active");
    }

    @Test
    void admitsARefusedFileWhenTheOtherOneLeaves() throws IOException {
        write("a.jar", plugin("a", "1.0.0"));
        write("b.jar", plugin("a", "1.0.0"));
        deployer.look();
        assertThat(texts())
                .containsExactly("a.jar active", "b.jar refused: it is the same plugin as a.jar: com.example.a 1.0.0");
        Files.delete(folder.resolve("a.jar"));

        deployer.look();

        assertThat(texts()).containsExactly("b.jar active");
    }

    @Test
    void reportsAPluginThatFailsToStart() throws IOException {
        write("a.jar", plugin("a", "1.0.0"));
        write("b.jar", plugin("b", "1.0.0"));
        store.onStart("com.example.a 1.0.0", () -> {
            throw new NoClassDefFoundError("x/Y");
        });

        deployer.look();

        assertThat(texts()).containsExactly("a.jar failed: java.lang.NoClassDefFoundError: x/Y", "b.jar active");
    }

    @Test
    void startsAPluginWhenWhatItNeedsArrives() throws IOException {
        write("a.jar", plugin("a", "1.0.0").with("Import-Package", "x.y"));
        store.onStart("com.example.a 1.0.0", () -> {
            if (store.exports().isEmpty()) {
                throw new BundleFault("cannot be resolved", true, new IllegalStateException());
            }
        });
        deployer.look();
        assertThat(texts()).containsExactly("a.jar failed: it needs the package x.y, which no bundle exports");
        store.export("x.y", "1.0");

        deployer.look();

        assertThat(texts()).containsExactly("a.jar active");
    }

    @Test
    void goesOnWithoutAPluginThatDoesNotComeBackFromItsStart() throws Exception {
        CountDownLatch comesBack = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        deployer = deployer(SHORT);
        write("a.jar", plugin("a", "1.0.0"));
        write("b.jar", plugin("b", "1.0.0"));
        store.onStart("com.example.a 1.0.0", () -> {
            awaitStubbornly(comesBack);
            started.countDown();
        });

        deployer.look();

        assertThat(texts()).contains("a.jar failed: its start has not returned within 1 s");
        while (!texts().contains("b.jar active")) {
            Thread.onSpinWait();
        }

        comesBack.countDown();
        started.await();
        while (!texts().contains("a.jar active")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void removesAPluginThatDoesNotStopWhenItComesBack() throws IOException {
        CountDownLatch comesBack = new CountDownLatch(1);
        deployer = deployer(SHORT);
        write("a.jar", plugin("a", "1.0.0"));
        deployer.look();
        store.onStop("com.example.a 1.0.0", () -> awaitStubbornly(comesBack));
        Files.delete(folder.resolve("a.jar"));

        deployer.look();
        assertThat(texts()).containsExactly("a.jar failed: it cannot be removed: its code has not returned within 1 s");

        comesBack.countDown();
        while (!states.all().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(store.plugins()).isEmpty();
    }

    @Test
    void doesNotLetTheFrameworkStopAPluginThatIsStuck() throws IOException {
        CountDownLatch comesBack = new CountDownLatch(1);
        deployer = deployer(SHORT);
        write("a.jar", plugin("a", "1.0.0"));
        write("user.jar", plugin("user", "1.0.0"));
        deployer.look();
        store.isUsedBy(100, 101);
        store.onStop("com.example.user 1.0.0", () -> awaitStubbornly(comesBack));
        write("a.jar", plugin("a", "1.0.1"));

        deployer.look();

        assertThat(store.actions()).contains("update com.example.a 1.0.1").doesNotContain("refresh");
        comesBack.countDown();
    }

    @Test
    void restartsPluginsThatUseAnUpdatedOne() throws IOException {
        write("a.jar", plugin("a", "1.0.0"));
        write("user.jar", plugin("user", "1.0.0"));
        deployer.look();
        store.isUsedBy(100, 101);
        write("a.jar", plugin("a", "1.0.1"));

        deployer.look();

        assertThat(store.actions().subList(4, store.actions().size()))
                .containsSubsequence(
                        "stop com.example.a 1.0.0",
                        "update com.example.a 1.0.1",
                        "stop com.example.user 1.0.0",
                        "refresh")
                .contains("start com.example.a 1.0.1", "start com.example.user 1.0.0");
    }

    @Test
    void takesOverWhatIsInstalledAlready() throws IOException {
        store.put(50, "com.example.a", "1.0.0", "plugin:a.jar");
        store.put(51, "com.example.gone", "1.0.0", "plugin:gone.jar");
        write("a.jar", plugin("a", "1.0.0"));
        Files.setLastModifiedTime(folder.resolve("a.jar"), FileTime.from(Instant.EPOCH));

        deployer.adopt();
        deployer.look();

        assertThat(store.actions()).containsExactly("uninstall com.example.gone 1.0.0", "refresh");
        assertThat(texts()).containsExactly("a.jar active");
    }

    @Test
    void updatesWhatChangedWhileNobodyLooked() throws IOException {
        store.put(50, "com.example.a", "1.0.0", "plugin:a.jar");
        write("a.jar", plugin("a", "1.0.1"));

        deployer.adopt();
        deployer.look();

        assertThat(store.plugins()).containsExactly("com.example.a 1.0.1 active");
    }

    @Test
    void doesNothingAfterItsEnd() throws IOException {
        write("a.jar", plugin("a", "1.0.0"));
        deployer.close();

        deployer.look();

        assertThat(store.actions()).isEmpty();
    }

    private PluginDeployer deployer(Duration limit) {
        return new PluginDeployer(new JarFolder(folder), store, states, limit);
    }

    private List<String> texts() {
        return states.all().stream()
                .map(state -> state.file() + " " + state.status().text())
                .toList();
    }

    private static TestJar plugin(String name, String version) {
        return TestJar.bundle("com.example." + name, version);
    }

    /** Writes a file with a time of its own: two writes of a test may fall into one tick of the clock. */
    private byte[] write(String file, TestJar jar) throws IOException {
        Path path = jar.write(folder.resolve(file));
        Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(1000 + writes++)));
        return Files.readAllBytes(path);
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        boolean waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException e) {
                waiting = true; // as plugins do
            }
        }
    }
}
