// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** Plugins that look at the bytes of connections come and go under live ones; each acts, and none breaks a session. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FiltersIT {
    private static final String PLUGIN = "org.example.editor";
    private static final String SERVER = "filtered";

    @Inject
    private BundleContext context;

    private Path file;
    private Platform platform;
    private Fleet fleet;

    @Configuration
    public Option[] configuration() {
        return new Option[] {Container.platform()};
    }

    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder probe) {
        return Container.probe(probe);
    }

    @Before
    public void filter() throws Exception {
        file = Container.folder().resolve("plugins/editor.jar");
        platform = new Platform(context);
        fleet = new Fleet();
        fleet.writeServer(SERVER, "zero_copy");
        Await.until("the server is known", () -> platform.console("servers").contains(SERVER));
        PluginJar.drop(
                PluginJar.filter(
                        PLUGIN, "1.0.0", EditingFilter.class, PluginJar.property("filter.id", "String", "editor")),
                file);
        Await.until(
                "the filter is used", () -> platform.console("plugin", PLUGIN).contains("filter editor"));
    }

    @After
    public void leave() throws Exception {
        fleet.close();
        Files.deleteIfExists(file);
        Files.deleteIfExists(Container.folder().resolve("servers/" + SERVER + ".toml"));
        Await.until("the server is gone", () -> !platform.console("servers").contains(SERVER));
        Await.until("the plugin is gone", () -> platform.find(PLUGIN).isEmpty());
    }

    @Test
    public void verdictsActOnTheBytesOfASession() throws Exception {
        try (Socket player = MinecraftClient.login(Container.port(), SERVER, "edited")) {
            assertEquals("untouched", "hello", echo(player, "hello", 5));
            assertEquals(
                    "replaced",
                    EditingFilter.REPLACEMENT,
                    echo(player, EditingFilter.REPLACED, EditingFilter.REPLACEMENT.length()));
            send(player, EditingFilter.CLOSING);
            assertEquals("closed", -1, player.getInputStream().read());
        }
        assertTrue(platform.console("listener").contains("transport filter editor: it asked for it"));
    }

    @Test
    public void filterThatIsUninstalledLeavesLiveConnectionsAndNothingBehind() throws Exception {
        fleet.add(4, Container.port(), SERVER);
        fleet.awaitProgress();
        Bundle plugin = platform.find(PLUGIN).orElseThrow();
        WeakReference<ClassLoader> loader =
                new WeakReference<>(plugin.adapt(BundleWiring.class).getClassLoader());
        plugin = null;

        Files.delete(file);
        Await.until("the plugin is gone", () -> platform.find(PLUGIN).isEmpty());

        fleet.awaitProgress();
        Await.until("the plugin's class loader is collected", () -> {
            System.gc();
            return loader.get() == null;
        });
        fleet.awaitProgress();
    }

    @Test
    public void sessionsOutliveAnUpdateOfTheListener() throws Exception {
        fleet.add(2, Container.port(), SERVER);
        fleet.awaitProgress();

        platform.updateInPlace("listener");

        fleet.awaitProgress();
        Await.until("the new listener asks the filter", () -> {
            try (Socket player = MinecraftClient.login(Container.port(), SERVER, "later")) {
                return echo(player, EditingFilter.REPLACED, 10).equals(EditingFilter.REPLACEMENT.substring(0, 10));
            } catch (IOException closed) { // nobody has bound the port yet
                return false;
            }
        });
        fleet.awaitProgress();
    }

    private static String echo(Socket player, String text, int length) throws IOException {
        send(player, text);
        byte[] back = new byte[length];
        new DataInputStream(player.getInputStream()).readFully(back);
        return new String(back, StandardCharsets.UTF_8);
    }

    private static void send(Socket player, String text) throws IOException {
        player.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
