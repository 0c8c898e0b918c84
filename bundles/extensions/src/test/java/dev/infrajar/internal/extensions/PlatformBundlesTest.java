// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.net.core.ConsoleWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformBundlesTest {
    private static final String ROUTER = "dev.infrajar.router";

    private final Path folder;
    private final FakeStore store = new FakeStore();
    private final AtomicInteger sessions = new AtomicInteger();
    private final Drains drains = new Drains();
    private final StringWriter output = new StringWriter();
    private final ConsoleWriter out = new ConsoleWriter(output, ConsoleWriter.UNLIMITED);
    private PlatformBundles bundles = bundles(Duration.ofMinutes(1));

    PlatformBundlesTest(@TempDir Path folder) {
        this.folder = folder;
        store.put(10, ROUTER, "0.1.0", "reference:file:/system/4-platform/router-0.1.0.jar");
        store.registers(ROUTER + " 0.1.0", "Router");
        store.registers(ROUTER + " 0.2.0", "Router", "ConsoleCommand");
    }

    @AfterEach
    void close() {
        drains.close();
    }

    @Test
    void startsTheNewVersionBeforeTheOldOneStops() {
        bundles.update(jar(ROUTER, "0.2.0"), out);

        awaitDrained();
        assertThat(store.actions())
                .containsExactly(
                        "install dev.infrajar.router 0.2.0",
                        "start dev.infrajar.router 0.2.0",
                        "stop dev.infrajar.router 0.1.0",
                        "uninstall dev.infrajar.router 0.1.0",
                        "refresh");
    }

    @Test
    void keepsTheOldVersionWhileSessionsUseIt() {
        sessions.set(1);
        bundles.update(jar(ROUTER, "0.2.0"), out);

        assertThat(drains.holding(10)).contains(1);
        assertThat(store.find(10)).get().extracting(Installed::state).isEqualTo("stopped");
        assertThat(bundles.names()).contains(ROUTER).doesNotHaveDuplicates();
        bundles.list(out);
        assertThat(output.toString()).containsPattern("stopped +dev.infrajar.router +0.1.0 +waits for 1 session\\b");

        sessions.set(0);
        awaitDrained();
        assertThat(store.find(10)).isEmpty();
    }

    @Test
    void goesBackWhenTheNewVersionDoesNotStart() {
        store.onStart(ROUTER + " 0.2.0", () -> {
            throw new IllegalStateException("boom");
        });

        assertRefused(() -> bundles.update(jar(ROUTER, "0.2.0"), out)).hasMessageContaining("boom");
        assertOldRouterGoesOn();
    }

    @Test
    void goesBackWhenTheNewVersionBringsLess() {
        bundles = bundles(Duration.ofMillis(100));
        store.registers(ROUTER + " 0.2.0", "ConsoleCommand");

        assertRefused(() -> bundles.update(jar(ROUTER, "0.2.0"), out)).hasMessageContaining("does not register Router");
        assertOldRouterGoesOn();
    }

    @Test
    void refusesAVersionThatIsNotHigher() {
        assertRefused(() -> bundles.update(jar(ROUTER, "0.1.0"), out)).hasMessageContaining("higher version");
        assertThat(store.actions()).isEmpty();
    }

    @Test
    void refusesToUpdateWhatAllAreMadeOf() {
        for (String name : List.of("io.netty.common", "dev.infrajar.api", "dev.infrajar.net", "org.apache.felix.scr")) {
            store.put(20, name, "1.0", "file:/x.jar");

            assertRefused(() -> bundles.update(jar(name, "2.0"), out)).hasMessageContaining("never updated live");
        }
        assertThat(store.actions()).isEmpty();
    }

    @Test
    void refusesToUpdateWhatOthersAreWiredTo() {
        store.put(20, "com.example.library", "1.0", "file:/x.jar");
        store.isUsedBy(20, 10);

        assertRefused(() -> bundles.update(jar("com.example.library", "2.0"), out))
                .hasMessageContaining("others use its packages: dev.infrajar.router 0.1.0");
    }

    @Test
    void sendsPluginsToTheirFolder() {
        store.put(20, "com.example.motd", "1.0", "plugin:motd.jar");

        assertRefused(() -> bundles.update(jar("com.example.motd", "2.0"), out)).hasMessageContaining("plugins folder");
        assertRefused(() -> bundles.remove("motd.jar", out)).hasMessageContaining("plugins folder");
    }

    @Test
    void installsANewBundle() {
        bundles.install(jar("dev.infrajar.limbo", "0.1.0"), out);

        assertThat(store.actions())
                .containsExactly("install dev.infrajar.limbo 0.1.0", "start dev.infrajar.limbo 0.1.0");
    }

    @Test
    void doesNotInstallABundleTwice() {
        assertRefused(() -> bundles.install(jar(ROUTER, "0.2.0"), out)).hasMessageContaining("bundle update");
    }

    @Test
    void doesNotInstallWhatMissesAnImport() {
        Path file = TestJar.bundle("dev.infrajar.limbo", "1")
                .with("Import-Package", "x.y")
                .write(folder.resolve("l.jar"));

        assertRefused(() -> bundles.install(file, out)).hasMessageContaining("it needs the package x.y");
        assertThat(store.actions()).isEmpty();
    }

    @Test
    void saysWhenThereIsNoFile() {
        assertRefused(() -> bundles.install(folder.resolve("none.jar"), out)).hasMessageContaining("none.jar");
    }

    @Test
    void removesABundleByAnyOfItsNames() {
        for (String name : List.of(ROUTER, "router", "router-0.1.0.jar", "system/4-platform/router-0.1.0.jar", "10")) {
            store.put(10, ROUTER, "0.1.0", "reference:file:/system/4-platform/router-0.1.0.jar");

            bundles.remove(name, out);

            awaitDrained();
            assertThat(store.find(10)).isEmpty();
        }
        assertThat(output.toString()).contains("Warning: without dev.infrajar.router new connections find no server.");
    }

    @Test
    void neverRemovesWhatAlwaysWorks() {
        for (String name : List.of("forwarder-copy", "compression-jdk", "encryption-jdk")) {
            store.put(20, "dev.infrajar." + name, "1.0", "file:/x.jar");

            assertRefused(() -> bundles.remove(name, out)).hasMessageContaining("never removed");
        }
    }

    @Test
    void asksWhichOneOfSeveral() {
        store.put(20, ROUTER, "0.2.0", "file:/y.jar");

        assertRefused(() -> bundles.remove("router", out)).hasMessageContaining("several");
        assertRefused(() -> bundles.remove("limbo", out)).hasMessageContaining("There is no bundle limbo");
    }

    private void assertOldRouterGoesOn() {
        assertThat(store.find(10)).get().extracting(Installed::isActive).isEqualTo(true);
        assertThat(store.all())
                .filteredOn(bundle -> bundle.symbolicName().equals(ROUTER))
                .hasSize(1);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(Refusal.class);
    }

    private PlatformBundles bundles(Duration limit) {
        return new PlatformBundles(store, loader -> sessions::get, drains, limit);
    }

    private Path jar(String name, String version) {
        return TestJar.bundle(name, version).write(folder.resolve(name + "-" + version + ".jar"));
    }

    private void awaitDrained() {
        while (!drains.waiting().isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
