// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.packet.Dialects;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
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

/**
 * The bundles that sessions whose packets the proxy sees are made of are stopped, started and updated under such sessions: relayed
 * logins, logins of the proxy's own, and encrypted ones. None breaks, and new ones join.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PacketBundlesIT {
    private static final String AUTH = "[auth]";

    @Inject
    private BundleContext context;

    @Inject
    private Dialects dialects;

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
        configureAuth(fleet.sessionUrl());
        Await.until("the servers are known", () -> platform.console("servers").contains(GameFleet.PROVED));
        fleet.addOneOfEach();
        fleet.addOneOfEach();
        fleet.awaitProgress();
    }

    private void configureAuth(String url) throws IOException {
        Path file = Container.folder().resolve("infrarust.toml");
        String text = Files.readString(file);
        int end = text.indexOf(AUTH);
        Files.writeString(file, (end < 0 ? text : text.substring(0, end)) + AUTH + "\nsession_url = \"" + url + "\"\n");
        platform.console("reload");
    }

    @After
    public void leave() throws Exception {
        fleet.close();
        Await.until("the servers are gone", () -> !platform.console("servers").contains(GameFleet.PROVED));
        Await.until(
                "all sessions are gone", () -> platform.service(Sessions.class).count() == 0);
        Await.until(
                "no old bundle waits", () -> !platform.console("bundle", "list").contains("waits for"));
    }

    @Test
    public void sessionsOutliveExchangeOfForwarderFrame() throws Exception {
        exchange("forwarder-frame");
    }

    @Test
    public void sessionsOutliveExchangeOfCodec() throws Exception {
        exchange("codec");
    }

    @Test
    public void sessionsOutliveExchangeOfTaps() throws Exception {
        exchange("taps");
    }

    @Test
    public void sessionsOutliveExchangeOfEvents() throws Exception {
        exchange("events");
    }

    @Test
    public void sessionsOutliveExchangeOfCommands() throws Exception {
        exchange("commands");
    }

    @Test
    public void sessionsOutliveExchangeOfAuth() throws Exception {
        exchange("auth");
    }

    @Test
    public void sessionsOutliveExchangeOfForwarding() throws Exception {
        exchange("forwarding");
    }

    @Test
    public void sessionsOutliveExchangeOfCompressionJdk() throws Exception {
        exchange("compression-jdk");
    }

    @Test
    public void sessionsOutliveExchangeOfCompressionLibdeflate() throws Exception {
        exchange("compression-libdeflate");
    }

    @Test
    public void sessionsOutliveExchangeOfEncryptionJdk() throws Exception {
        exchange("encryption-jdk");
    }

    @Test
    public void sessionsOutliveExchangeOfEncryptionOpenssl() throws Exception {
        exchange("encryption-openssl");
    }

    @Test
    public void sessionsOutliveExchangeOfSession() throws Exception {
        exchange("session");
    }

    @Test
    public void oldBundlesStayAsLongAsSessionsAreMadeOfThem() throws Exception {
        for (String name : List.of("codec", "forwarder-frame", "session")) {
            platform.updateSideBySide(name);
            assertTrue(name, platform.console("bundle", "list").contains("waits for " + fleet.size() + " sessions"));
        }
        fleet.awaitProgress();
    }

    @Test
    public void sessionsKeepTheirCompressionAndNewOnesTakeTheBest() throws Exception {
        assumeTrue(
                "libdeflate is installed",
                platform.bundle("compression-libdeflate").getRegisteredServices() != null);
        assertEquals(fleet.size(), platform.holding("compression-libdeflate"));

        platform.bundle("compression-libdeflate").stop();
        fleet.addOneOfEach();
        fleet.awaitProgress();
        assertEquals("new ones", 3, platform.holding("compression-jdk"));
        assertEquals("running ones", fleet.size() - 3, platform.holding("compression-libdeflate"));

        platform.bundle("compression-libdeflate").start();
        Await.until(
                "the library is found again",
                () -> platform.bundle("compression-libdeflate").getRegisteredServices() != null);
        fleet.addOneOfEach();
        fleet.awaitProgress();
        assertEquals("not those of before", 3, platform.holding("compression-jdk"));
        assertEquals("the better one again", fleet.size() - 3, platform.holding("compression-libdeflate"));
    }

    @Test
    public void updatedCompressorsAreCollectedWhenTheirSessionsHaveEnded() throws Exception {
        List<String> names = List.of("compression-jdk", "compression-libdeflate");
        startSessionsOfBothCompressors();
        List<WeakReference<ClassLoader>> loaders =
                names.stream().map(this::loader).toList();
        for (String name : names) {
            assertTrue(name, platform.holding(name) > 0);
            platform.updateSideBySide(name);
        }
        joinAnew();
        System.gc();
        for (WeakReference<ClassLoader> loader : loaders) {
            assertTrue("as long as sessions use it", loader.get() != null);
        }

        fleet.close();

        for (int i = 0; i < names.size(); i++) {
            WeakReference<ClassLoader> loader = loaders.get(i);
            Await.until("the class loader of the old " + names.get(i) + " is collected", () -> {
                System.gc();
                return loader.get() == null;
            });
        }
    }

    private void startSessionsOfBothCompressors() throws Exception {
        Bundle better = platform.bundle("compression-libdeflate");
        assumeTrue("libdeflate is installed", better.getRegisteredServices() != null);
        better.stop();
        joinAnew();
        better.start();
        Await.until("the library is found again", () -> better.getRegisteredServices() != null);
        joinAnew();
    }

    private WeakReference<ClassLoader> loader(String name) {
        return new WeakReference<>(
                platform.bundle(name).adapt(BundleWiring.class).getClassLoader());
    }

    @Test
    public void encryptedSessionsKeepTheirCiphers() throws Exception {
        int proved = fleet.size() / 3;
        int byEither = platform.holding("encryption-jdk") + platform.holding("encryption-openssl");
        assertTrue(byEither + " of " + proved, byEither >= proved && byEither <= 2 * proved);

        platform.bundle("encryption-openssl").stop();
        int before = platform.holding("encryption-jdk");
        fleet.add(GameFleet.PROVED);
        fleet.awaitProgress();
        assertEquals(before + 1, platform.holding("encryption-jdk"));
        platform.bundle("encryption-openssl").start();
    }

    @Test
    public void playerReadsThatTheProxyIsBeingUpdatedWhileABundleStaysAway() throws Exception {
        for (String name : List.of("codec", "taps")) {
            platform.bundle(name).stop();
            GamePlayer.Refused refused = assertThrows(GamePlayer.Refused.class, () -> fleet.add(GameFleet.RELAYED));
            assertTrue(refused.getMessage(), refused.getMessage().contains("being updated"));
            platform.bundle(name).start();
        }
        joinAnew();
    }

    @Test
    public void playerWaitsForABundleThatComesBack() throws Exception {
        platform.bundle("taps").stop();
        FutureTask<GameSession> joining = new FutureTask<>(() -> fleet.add(GameFleet.RELAYED));
        Thread.ofVirtual().start(joining);
        Await.until(
                "somebody waits",
                () -> platform.service(Sessions.class).players().size() > fleet.size());
        platform.bundle("taps").start();
        joining.get();
        fleet.awaitProgress();
    }

    /** Stopped and started, updated in place as an author does, then side by side as an operator does. */
    private void exchange(String name) throws Exception {
        Bundle bundle = platform.bundle(name);
        bundle.stop();
        fleet.awaitProgress();
        bundle.start();
        joinAnew();
        platform.updateInPlace(name);
        joinAnew();
        platform.updateSideBySide(name);
        joinAnew();
    }

    private void joinAnew() throws Exception {
        fleet.awaitProgress();
        fleet.addOneOfEach();
        fleet.awaitProgress();
    }
}
