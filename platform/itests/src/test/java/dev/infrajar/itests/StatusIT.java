// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.ServerState;
import dev.infrajar.net.core.ServerStates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.osgi.framework.ServiceRegistration;

/** Server list pings while the bundles around them come and go. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class StatusIT {
    private static final int PINGERS = 4;

    @Inject
    private BundleContext context;

    private StatusBackend backend;
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
    public void startBackend() throws Exception {
        port = Container.port();
        backend = new StatusBackend();
        backend.writeServer("alive", """
                [motd.sleeping]
                text = "zzz"
                """);
        Await.until("the server is known", () -> ping("alive").contains("alive"));
    }

    @After
    public void stopBackend() throws Exception {
        backend.close();
        Files.deleteIfExists(Container.folder().resolve("servers/alive.toml"));
        Await.until("the server is gone", () -> ping("alive").contains("the default"));
    }

    @Test
    public void managedServerShowsItsStateWhileABundleManagesIt() throws Exception {
        ServerStates sleeping = server -> Optional.of(ServerState.SLEEPING);
        int answers = backend.answers();
        ServiceRegistration<ServerStates> manager = context.registerService(ServerStates.class, sleeping, null);
        Await.until("the state is shown", () -> ping("alive").contains("zzz"));
        assertEquals(answers, backend.answers());

        manager.unregister();

        Await.until("the backend speaks again", () -> ping("alive").contains("alive"));
    }

    @Test
    public void everyPingIsAnsweredWhileStatusIsReplaced() throws Exception {
        Pingers pingers = new Pingers();
        try {
            pingers.awaitProgress();
            Path jar = Container.systemJar("status");
            bundle().update(new ByteArrayInputStream(Files.readAllBytes(jar)));
            pingers.awaitProgress();
            for (String version : List.of("9.1.0", "9.2.0")) {
                Path newer = Container.folder().resolve("status-" + version + ".jar");
                Files.write(newer, PluginJar.withVersion(jar, version));
                console("bundle", "update", newer.toString());
                assertEquals(version, bundle().getVersion().toString());
                pingers.awaitProgress();
            }
        } finally {
            pingers.stop();
        }
    }

    /** Clients that ping without a pause; each answer must be the right one. */
    private final class Pingers {
        private final Map<String, String> expected = Map.of("alive", "alive", "nowhere", "the default");
        private final AtomicBoolean isStopping = new AtomicBoolean();
        private final AtomicInteger answers = new AtomicInteger();
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final List<Thread> threads = new ArrayList<>();

        Pingers() {
            for (int i = 0; i < PINGERS; i++) {
                expected.keySet().forEach(host -> threads.add(Thread.ofVirtual().start(() -> pingAll(host))));
            }
        }

        private void pingAll(String host) {
            while (!isStopping.get()) {
                try {
                    String answer = ping(host);
                    if (!answer.contains(expected.get(host))) {
                        failures.add(host + " got " + answer);
                    }
                    answers.incrementAndGet();
                } catch (IOException e) {
                    failures.add(host + " got " + e);
                }
            }
        }

        void awaitProgress() throws Exception {
            int goal = answers.get() + 50 * PINGERS;
            Await.until("pings are answered", () -> answers.get() >= goal || !failures.isEmpty());
            assertTrue(failures.toString(), failures.isEmpty());
        }

        void stop() throws InterruptedException {
            isStopping.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private String ping(String host) throws IOException {
        return MinecraftClient.ping(port, host);
    }

    /** Of two versions side by side the newer. */
    private Bundle bundle() {
        Bundle newest = null;
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().equals("dev.infrajar.status")
                    && (newest == null || bundle.getVersion().compareTo(newest.getVersion()) > 0)) {
                newest = bundle;
            }
        }
        return newest;
    }

    private void console(String name, String... arguments) throws Exception {
        try (ConsoleWriter out = new ConsoleWriter(new StringWriter(), ConsoleWriter.UNLIMITED)) {
            for (ServiceReference<ConsoleCommand> reference :
                    context.getServiceReferences(ConsoleCommand.class, null)) {
                ConsoleCommand command = context.getService(reference);
                if (command != null && command.name().equals(name)) {
                    command.run(List.of(arguments), out);
                }
                context.ungetService(reference);
            }
        }
    }
}
