// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.packet.Dialects;
import java.io.IOException;
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

    /** Stopped and started, updated in place as an author does, then side by side as an operator does. */
    private void exchange(String name) throws Exception {
        Bundle bundle = platform.bundle(name);
        bundle.stop();
        fleet.awaitProgress();
        bundle.start();
        joinAnew();
        platform.updateInPlace(name);
        joinAnew();
        platform.updateSideBySide(name, "9.1.0");
        joinAnew();
    }

    private void joinAnew() throws Exception {
        fleet.awaitProgress();
        fleet.addOneOfEach();
        fleet.awaitProgress();
    }
}
