// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.infrajar.api.event.StatusListener;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.Sessions;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
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
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/** Bundles are stopped, started and updated under fifty live sessions; none of them breaks or loses a byte. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class LiveSwapIT {
    private static final int SESSIONS_PER_MODE = 25;
    private static final String PLUGIN = "org.example.shout";
    private static final String GATE = "org.example.gate";

    @Inject
    private BundleContext context;

    private Fleet fleet;
    private int port;

    @Configuration
    public Option[] configuration() {
        return new Option[] {Container.platform()};
    }

    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder probe) {
        return Container.probe(probe);
    }

    @Before
    public void connectFifty() throws Exception {
        port = Container.port();
        fleet = new Fleet();
        fleet.writeServer("copy", "passthrough");
        fleet.writeServer("splice", "zero_copy");
        Await.until("both servers are known", () -> console("servers").contains("splice"));
        fleet.add(SESSIONS_PER_MODE, port, "copy");
        fleet.add(SESSIONS_PER_MODE, port, "splice");
        fleet.awaitProgress();
    }

    @After
    public void disconnect() throws Exception {
        fleet.close();
        Files.deleteIfExists(Container.folder().resolve("servers/copy.toml"));
        Files.deleteIfExists(Container.folder().resolve("servers/splice.toml"));
        Await.until("all sessions are gone", () -> service(Sessions.class).count() == 0);
        Await.until("the servers are gone", () -> !console("servers").contains("splice"));
    }

    @Test
    public void sessionsOutliveStopAndStartOfForwarderCopy() throws Exception {
        stopAndStart("forwarder-copy");
    }

    @Test
    public void sessionsOutliveStopAndStartOfForwarderSplice() throws Exception {
        stopAndStart("forwarder-splice");
    }

    @Test
    public void sessionsOutliveStopAndStartOfRouter() throws Exception {
        stopAndStart("router");
    }

    @Test
    public void sessionsOutliveStopAndStartOfStatus() throws Exception {
        stopAndStart("status");
    }

    @Test
    public void sessionsOutliveUpdateOfForwarderCopy() throws Exception {
        update("forwarder-copy", "9.1.0");
    }

    @Test
    public void sessionsOutliveUpdateOfForwarderSplice() throws Exception {
        update("forwarder-splice", "9.1.0");
    }

    @Test
    public void sessionsOutliveUpdateOfRouter() throws Exception {
        update("router", "9.1.0");
    }

    @Test
    public void sessionsOutliveUpdateOfStatus() throws Exception {
        update("status", "9.1.0");
    }

    @Test
    public void sessionsOutliveStopAndStartOfSession() throws Exception {
        stopAndStart("session");
    }

    @Test
    public void sessionsOutliveUpdateOfSession() throws Exception {
        updateSideBySide("session", "9.1.0");
        // Their ends are told by classes of the bundle that they began with.
        assertTrue(console("bundle", "list").contains("waits for " + 2 * SESSIONS_PER_MODE + " sessions"));
    }

    @Test
    public void sessionsOutliveUpdateOfListenerWhichTakesThePortOver() throws Exception {
        bringNewer("listener", "9.1.0");
        Await.until("the new listener has the port", () -> isReady("dev.infrajar.listener"));
        joinAnew();
    }

    @Test
    public void sessionsOutlivePluginThatComesAndGoes() throws Exception {
        Path file = Container.folder().resolve("plugins/shout.jar");
        PluginJar.drop(PluginJar.of(PLUGIN, "1.0.0", ShoutingMotd.class, StatusListener.class), file);
        Await.until("the plugin changes the text", () -> ping().contains("shouted"));
        Bundle plugin = bundle(PLUGIN);
        plugin.stop();
        assertTrue(ping().contains("the default"));
        fleet.awaitProgress();
        plugin.start();
        Await.until("the plugin is back", () -> ping().contains("shouted"));
        PluginJar.drop(PluginJar.of(PLUGIN, "1.0.1", ShoutingMotd.class, StatusListener.class), file);
        Await.until("the plugin is updated", () -> bundle(PLUGIN).getVersion().getMicro() == 1);
        Await.until("the new plugin changes the text", () -> ping().contains("shouted"));
        fleet.awaitProgress();

        WeakReference<ClassLoader> loader =
                new WeakReference<>(bundle(PLUGIN).adapt(BundleWiring.class).getClassLoader());
        plugin = null;
        Files.delete(file);
        Await.until("the plugin is gone", () -> findBundle(PLUGIN) == null);
        assertTrue(ping().contains("the default"));
        Await.until("the plugin's class loader is collected", () -> {
            System.gc();
            return loader.get() == null;
        });
        fleet.awaitProgress();
    }

    @Test
    public void sessionsOutliveGatesThatComeGoAndAreReplaced() throws Exception {
        Bundle gate = context.installBundle(
                "test:gate", new ByteArrayInputStream(PluginJar.gate(GATE, "1.0.0", RefusingGate.class)));
        gate.start();
        assertTrue(MinecraftClient.refusal(port, "splice").contains("not through this gate"));
        fleet.add(1, port, "copy");
        fleet.awaitProgress();

        gate.update(new ByteArrayInputStream(PluginJar.gate(GATE, "1.0.1", ThrowingGate.class)));
        joinAnew();

        gate.update(new ByteArrayInputStream(PluginJar.gate(GATE, "1.0.2", RefusingGate.class)));
        assertTrue(MinecraftClient.refusal(port, "splice").contains("not through this gate"));
        fleet.awaitProgress();

        WeakReference<ClassLoader> loader =
                new WeakReference<>(gate.adapt(BundleWiring.class).getClassLoader());
        gate.uninstall();
        gate = null;
        joinAnew();
        Await.until("the gate's class loader is collected", () -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private void stopAndStart(String name) throws Exception {
        Bundle bundle = bundle("dev.infrajar." + name);
        bundle.stop();
        fleet.awaitProgress();
        bundle.start();
        joinAnew();
    }

    /** In place, as an author's rebuild, then side by side, as an operator does it. */
    private void update(String name, String version) throws Exception {
        Path jar = Container.systemJar(name);
        bundle("dev.infrajar." + name).update(new ByteArrayInputStream(Files.readAllBytes(jar)));
        fleet.awaitProgress();
        joinAnew();
        updateSideBySide(name, version);
    }

    /** What the launcher asks the listener. */
    private boolean isReady(String symbolicName) {
        for (ServiceReference<?> reference : bundle(symbolicName).getRegisteredServices()) {
            if (context.getService(reference) instanceof BooleanSupplier ready) {
                return ready.getAsBoolean();
            }
        }
        return false;
    }

    private void updateSideBySide(String name, String version) throws Exception {
        bringNewer(name, version);
        joinAnew();
    }

    private void bringNewer(String name, String version) throws Exception {
        Path jar = Container.systemJar(name);
        Path newer = Container.folder().resolve(name + "-" + version + ".jar");
        Files.write(newer, PluginJar.withVersion(jar, version));
        console("bundle", "update", newer.toString());
        assertEquals(version, bundle("dev.infrajar." + name).getVersion().toString());
        fleet.awaitProgress();
    }

    private void joinAnew() throws Exception {
        fleet.add(1, port, "copy");
        fleet.add(1, port, "splice");
        fleet.awaitProgress();
        assertTrue(ping().contains("the default"));
    }

    private String ping() throws Exception {
        return MinecraftClient.ping(port, "nowhere");
    }

    /** The bundle of a name; of two versions side by side the newer. */
    private Bundle bundle(String symbolicName) {
        Bundle found = findBundle(symbolicName);
        if (found == null) {
            throw new AssertionError("no bundle " + symbolicName);
        }
        return found;
    }

    private Bundle findBundle(String symbolicName) {
        Bundle newest = null;
        for (Bundle bundle : context.getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName())
                    && (newest == null || bundle.getVersion().compareTo(newest.getVersion()) > 0)) {
                newest = bundle;
            }
        }
        return newest;
    }

    private String console(String name, String... arguments) throws Exception {
        StringWriter text = new StringWriter();
        try (ConsoleWriter out = new ConsoleWriter(text, ConsoleWriter.UNLIMITED)) {
            for (ServiceReference<ConsoleCommand> reference :
                    context.getServiceReferences(ConsoleCommand.class, null)) {
                ConsoleCommand command = context.getService(reference);
                // Null when its bundle has just been replaced: commands come and go under these tests.
                if (command != null && command.name().equals(name)) {
                    command.run(List.of(arguments), out);
                }
                context.ungetService(reference);
            }
        }
        return text.toString();
    }

    private <T> T service(Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }
}
