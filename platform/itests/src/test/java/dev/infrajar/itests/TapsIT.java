// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.packet.Dialects;
import java.io.IOException;
import java.lang.ref.WeakReference;
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

/** Plugins that look at packets come, go and are updated under live sessions; each acts at once and none breaks a session. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class TapsIT {
    private static final String PLUGIN = "org.example.marker";

    @Inject
    private BundleContext context;

    @Inject
    private Dialects dialects;

    private final Path file = Container.folder().resolve("plugins/marker.jar");
    private Platform platform;
    private GameFleet fleet;

    @Configuration
    public Option[] configuration() {
        return new Option[] {Container.platform()};
    }

    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder probe) {
        return Container.probe(probe);
    }

    @Before
    public void join() throws Exception {
        platform = new Platform(context);
        fleet = new GameFleet(GameIds.of(dialects), Container.port());
        fleet.writeServers();
        Await.until("the servers are known", () -> platform.console("servers").contains(GameFleet.VELOCITY));
        for (int i = 0; i < 3; i++) {
            fleet.add(GameFleet.RELAYED);
            fleet.add(GameFleet.VELOCITY);
        }
        fleet.awaitProgress();
    }

    @After
    public void leave() throws Exception {
        fleet.close();
        Files.deleteIfExists(file);
        Await.until("the servers are gone", () -> !platform.console("servers").contains(GameFleet.VELOCITY));
        Await.until("the plugin is gone", () -> platform.find(PLUGIN).isEmpty());
    }

    @Test
    public void tapActsAtOnceWhenItComesIsUpdatedAndGoes() throws Exception {
        comesIsUpdatedAndGoes(TapsIT::tap, fleet::awaitClientboundMark);
    }

    @Test
    public void packetListenerActsAtOnceWhenItComesIsUpdatedAndGoes() throws Exception {
        comesIsUpdatedAndGoes(TapsIT::listener, fleet::awaitServerboundMark);
    }

    @Test
    public void runningSessionsKeepTheirTapsWhenTheRegistryIsReplaced() throws Exception {
        PluginJar.drop(tap("1.0.1"), file);
        fleet.awaitClientboundMark(1);

        platform.updateSideBySide("taps");
        fleet.awaitProgress();
        fleet.awaitClientboundMark(1);
        PluginJar.drop(tap("1.0.2"), file);
        fleet.awaitClientboundMark(2);

        platform.bundle("taps").stop();
        fleet.awaitClientboundMark(0);
        platform.bundle("taps").start();
        fleet.awaitClientboundMark(2);
        fleet.awaitProgress();
    }

    @Test
    public void sessionsThatOutliveTheirBundleKeepTheirTapsWhenTheRegistryIsReplaced() throws Exception {
        PluginJar.drop(tap("1.0.1"), file);
        fleet.awaitClientboundMark(1);
        WeakReference<ClassLoader> loader = new WeakReference<>(
                platform.bundle("session").adapt(BundleWiring.class).getClassLoader());

        platform.updateSideBySide("session");
        platform.updateSideBySide("taps");
        fleet.awaitProgress();
        fleet.awaitClientboundMark(1);
        PluginJar.drop(tap("1.0.2"), file);
        fleet.awaitClientboundMark(2);
        platform.updateSideBySide("taps");
        fleet.add(GameFleet.RELAYED);
        fleet.awaitProgress();
        fleet.awaitClientboundMark(2);

        fleet.close();
        Await.until("the old bundle's class loader is collected", () -> {
            System.gc();
            return loader.get() == null;
        });
    }

    @Test
    public void packetOfListenerThatStopsPasses() throws Exception {
        GameSession asking = stopWhileItIsAsked(true);
        fleet.await(asking, "see its packet arrive", GameSession::hasQuestionArrived);
        fleet.awaitProgress();
    }

    @Test
    public void packetOfListenerThatMustAnswerIsDroppedWhenItStops() throws Exception {
        GameSession asking = stopWhileItIsAsked(false);
        fleet.awaitProgress();
        assertFalse("the packet was not let through", asking.hasQuestionArrived());
    }

    private interface Builder {
        byte[] version(String version) throws IOException;
    }

    private interface Marks {
        void await(int mark) throws InterruptedException;
    }

    private static byte[] tap(String version) throws IOException {
        return PluginJar.tap(
                PLUGIN,
                version,
                MarkingTaps.class,
                PluginJar.property("tap.id", "String", "marker")
                        + PluginJar.property("tap.kinds", "String", "play clientbound custom_payload"));
    }

    private static byte[] listener(String version) throws IOException {
        return PluginJar.packetListener(
                PLUGIN,
                version,
                MarkingListener.class,
                PluginJar.property("packet.id", "String", "marker")
                        + PluginJar.property("packet.kinds", "String", "play serverbound custom_payload"));
    }

    private void comesIsUpdatedAndGoes(Builder plugin, Marks marks) throws Exception {
        PluginJar.drop(plugin.version("1.0.1"), file);
        marks.await(1);
        // Who joins now meets it, too.
        fleet.add(GameFleet.RELAYED);
        marks.await(1);

        Await.until("the plugin is known", () -> platform.find(PLUGIN).isPresent());
        platform.find(PLUGIN).orElseThrow().stop();
        marks.await(0);
        platform.find(PLUGIN).orElseThrow().start();
        marks.await(1);

        PluginJar.drop(plugin.version("1.0.2"), file);
        marks.await(2);
        Await.until(
                "the update is over", () -> platform.find(PLUGIN).orElseThrow().getState() == Bundle.ACTIVE);
        fleet.awaitProgress();

        WeakReference<ClassLoader> loader = new WeakReference<>(
                platform.find(PLUGIN).orElseThrow().adapt(BundleWiring.class).getClassLoader());
        Files.delete(file);
        marks.await(0);
        Await.until("the plugin's class loader is collected", () -> {
            System.gc();
            return loader.get() == null;
        });
        fleet.awaitProgress();
        assertEquals("sessions", fleet.size(), platform.service(Sessions.class).count());
    }

    private GameSession stopWhileItIsAsked(boolean failOpen) throws Exception {
        System.clearProperty(HesitatingListener.ASKED);
        PluginJar.drop(
                PluginJar.packetListener(
                        PLUGIN,
                        "1.0.0",
                        HesitatingListener.class,
                        PluginJar.property("packet.id", "String", "hesitating")
                                + PluginJar.property("packet.kinds", "String", "play serverbound custom_payload")
                                + PluginJar.property("packet.limitMillis", "Integer", 3000)
                                + PluginJar.property("packet.failOpen", "Boolean", failOpen)),
                file);
        Await.until("the plugin is asked", () -> platform.console("plugins").contains("active"));
        GameSession asking = fleet.add(GameFleet.RELAYED);
        asking.ask();
        Await.until("the plugin thinks", () -> Boolean.getBoolean(HesitatingListener.ASKED));
        platform.find(PLUGIN).orElseThrow().stop();
        return asking;
    }
}
