// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.infrajar.api.event.LoginListener;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.io.DataInputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Bad plugins are reported with the reason and harm nobody else. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HostilePluginsIT {
    private static final int SPINNING = 16;

    @Inject
    private BundleContext context;

    private ServerSocket backend;

    @Configuration
    public Option[] configuration() {
        return new Option[] {Container.platform()};
    }

    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder probe) {
        return Container.probe(probe);
    }

    @Before
    public void startBackend() throws Exception {
        backend = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Files.writeString(
                Container.folder().resolve("servers/game.toml"),
                "domains = [\"game\"]\naddresses = [\"127.0.0.1:" + backend.getLocalPort() + "\"]\n");
        Await.until("the server is known", () -> console("servers").contains("game"));
    }

    @After
    public void stopBackend() throws Exception {
        backend.close();
    }

    @Test
    public void spinningPluginHarmsNobodyElse() throws Exception {
        Path file = Container.folder().resolve("plugins/spin.jar");
        PluginJar.drop(PluginJar.of("org.example.spin", "1.0.0", SpinningLogin.class, LoginListener.class), file);
        Await.until("the plugin is active", () -> console("plugins").contains("org.example.spin"));

        List<Socket> spinning = new ArrayList<>();
        for (int i = 0; i < SPINNING; i++) {
            spinning.add(MinecraftClient.login(Container.port(), "game", "spin" + i));
        }
        // The others go through the same plugin, whose threads are all lost, and still join.
        for (int i = 0; i < 3; i++) {
            assertTrue(MinecraftClient.ping(Container.port(), "nowhere").contains("the default"));
            joins("player" + i);
        }
        for (Socket socket : spinning) {
            socket.close();
        }
        Files.delete(file);
        Await.until("the plugin is gone", () -> !console("plugins").contains("org.example.spin"));
        joins("afterwards");
    }

    /** A player joins when the backend sees that player's login; those of the spinning players may come between. */
    private void joins(String name) throws Exception {
        try (Socket client = MinecraftClient.login(Container.port(), "game", name)) {
            backend.setSoTimeout(MinecraftClient.TIMEOUT_MILLIS);
            while (client.isConnected()) {
                try (Socket accepted = backend.accept()) {
                    DataInputStream in = new DataInputStream(accepted.getInputStream());
                    in.readNBytes(MinecraftClient.readVarInt(in));
                    byte[] login = in.readNBytes(MinecraftClient.readVarInt(in));
                    if (new String(login, 2, login.length - 2, StandardCharsets.UTF_8).equals(name)) {
                        return;
                    }
                }
            }
        }
    }

    @Test
    public void badBundlesAreReportedWithTheReason() throws Exception {
        Path plugins = Container.folder().resolve("plugins");
        PluginJar.drop(PluginJar.missingImport("org.example.lacking"), plugins.resolve("lacking.jar"));
        PluginJar.drop(PluginJar.withNettyInside("org.example.carrier"), plugins.resolve("carrier.jar"));
        Files.writeString(plugins.resolve("half.jar"), "PK, and no more");

        Await.until("the missing package is named", () -> console("plugins").contains("org.example.nowhere"));
        Await.until("the embedded Netty is named", () -> line("carrier").contains("Netty"));
        assertEquals("a file that is no complete jar is not installed", 0, installed("half"));
        assertEquals("a bundle that embeds Netty is not installed", 0, installed("org.example.carrier"));
        assertTrue(MinecraftClient.ping(Container.port(), "nowhere").contains("the default"));

        for (String name : List.of("lacking", "carrier", "half")) {
            Files.delete(plugins.resolve(name + ".jar"));
        }
        Await.until("the removed files are forgotten", () -> line("lacking").isEmpty());
    }

    private String line(String word) throws Exception {
        return console("plugins").lines().filter(line -> line.contains(word)).reduce("", String::concat);
    }

    private long installed(String word) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().contains(word) || word.equals(bundle.getSymbolicName()))
                .count();
    }

    private String console(String name) throws Exception {
        StringWriter text = new StringWriter();
        try (ConsoleWriter out = new ConsoleWriter(text, ConsoleWriter.UNLIMITED)) {
            for (ServiceReference<ConsoleCommand> reference :
                    context.getServiceReferences(ConsoleCommand.class, null)) {
                ConsoleCommand command = context.getService(reference);
                // Null when its bundle has just been replaced: commands come and go under these tests.
                if (command != null && command.name().equals(name)) {
                    command.run(List.of(), out);
                }
                context.ungetService(reference);
            }
        }
        return text.toString();
    }
}
