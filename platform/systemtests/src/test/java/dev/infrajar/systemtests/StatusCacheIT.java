// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How often a backend is asked for its entry in the server list, and what is shown when it does not answer. */
class StatusCacheIT {
    private static final String HOST = "cached.test";
    private static final int OLD = 47;
    private static final int NEW = 774;
    private static final int MANY = 200;

    @RegisterExtension
    final Children children = Children.ofTest();

    private final Path directory;
    private final PlainBackend backend = PlainBackend.start("Text of the backend");

    StatusCacheIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void manyPingsAtATimeAreOneQuestion() throws Exception {
        Proxy proxy = start("ttl = \"1h\"");
        List<Future<JsonObject>> pings = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                pings.add(threads.submit(() -> PlainClient.status(proxy.port(), HOST)));
            }
        }

        for (Future<JsonObject> ping : pings) {
            assertThat(text(ping)).isEqualTo("Text of the backend");
        }
        assertThat(backend.connections()).isEqualTo(1);
    }

    @Test
    void eachProtocolIsAnsweredWithItsOwnNumberFromTheCacheToo() {
        Proxy proxy = start("ttl = \"1h\"");

        for (int i = 0; i < 3; i++) {
            assertThat(protocol(PlainClient.status(proxy.port(), HOST, OLD))).isEqualTo(OLD);
            assertThat(protocol(PlainClient.status(proxy.port(), HOST, NEW))).isEqualTo(NEW);
        }
        assertThat(backend.connections()).isEqualTo(2);
    }

    @Test
    void backendIsAskedAgainWhenTheAnswerIsOld() {
        Proxy proxy = start("ttl = \"0s\"");

        PlainClient.motd(proxy.port(), HOST);
        PlainClient.motd(proxy.port(), HOST);

        assertThat(backend.connections()).isEqualTo(2);
    }

    @Test
    void nothingIsKeptWithoutEntries() {
        Proxy proxy = start("ttl = \"1h\"\nmax_entries = 0");

        PlainClient.motd(proxy.port(), HOST);
        PlainClient.motd(proxy.port(), HOST);

        assertThat(backend.connections()).isEqualTo(2);
    }

    @Test
    void changedServerFileIsShownAtOnce() {
        Workspace workspace = workspace("ttl = \"1h\"");
        Proxy proxy = Proxy.start(children, workspace);
        assertThat(PlainClient.motd(proxy.port(), HOST)).isEqualTo("Text of the backend");

        workspace.server("cached", serverFile(backend.port()) + """

                [motd.online]
                text = "Text of the server file"
                """);

        await("the new text").atMost(ChildProcess.PATIENCE).until(() -> PlainClient.motd(proxy.port(), HOST)
                .equals("Text of the server file"));
    }

    @Test
    void changedTtlAndMaxEntriesTakeEffectWhileRunning() {
        Workspace workspace = workspace("ttl = \"1h\"");
        Proxy proxy = Proxy.start(children, workspace);
        PlainClient.motd(proxy.port(), HOST);
        PlainClient.motd(proxy.port(), HOST);
        assertThat(backend.connections()).isEqualTo(1);

        for (String changed : List.of("ttl = \"0s\"", "ttl = \"2h\"\nmax_entries = 0")) {
            configure(workspace, changed);
            await(changed).atMost(ChildProcess.PATIENCE).until(() -> isAskedForEachPing(proxy));
            configure(workspace, "ttl = \"1h\"");
            await("kept again").atMost(ChildProcess.PATIENCE).until(() -> !isAskedForEachPing(proxy));
        }
    }

    @Test
    void lastAnswerStandsInWhileTheBackendIsAwayAndTheLogTellsOnce() {
        Proxy proxy = start("ttl = \"0s\"");
        assertThat(PlainClient.motd(proxy.port(), HOST)).isEqualTo("Text of the backend");

        backend.close();
        for (int i = 0; i < 3; i++) {
            assertThat(PlainClient.motd(proxy.port(), HOST)).isEqualTo("Text of the backend");
        }
        try (PlainBackend again = PlainBackend.startOn("Back again", backend.port())) {
            await("the backend's new text")
                    .atMost(ChildProcess.PATIENCE)
                    .until(() -> PlainClient.motd(proxy.port(), HOST).equals("Back again"));
            assertThat(again.connections()).isPositive();
        }

        proxy.process().awaitLine("the end", line -> line.contains("Server cached answers pings again"));
        assertThat(proxy.process().lines())
                .filteredOn(line -> line.contains("Server cached does not answer pings"))
                .hasSize(1);
    }

    @Test
    void requestAndPingInOneSegmentAreAnsweredFromTheCacheToo() {
        Proxy proxy = start("ttl = \"1h\"");

        // The client sends both at once, and checks the pong.
        assertThat(PlainClient.motd(proxy.port(), HOST)).isEqualTo(PlainClient.motd(proxy.port(), HOST));
    }

    private Proxy start(String cache) {
        return Proxy.start(children, workspace(cache));
    }

    private Workspace workspace(String cache) {
        return Workspace.in(directory, "[status_cache]\n" + cache + "\n").server("cached", serverFile(backend.port()));
    }

    private static void configure(Workspace workspace, String cache) {
        workspace.write("infrarust.toml", """
                bind = "127.0.0.1:%d"
                [status_cache]
                %s
                """.formatted(workspace.port(), cache));
    }

    private boolean isAskedForEachPing(Proxy proxy) {
        PlainClient.motd(proxy.port(), HOST);
        int before = backend.connections();
        PlainClient.motd(proxy.port(), HOST);
        return backend.connections() > before;
    }

    private static String serverFile(int port) {
        return """
                domains = ["%s"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(HOST, port);
    }

    private static int protocol(JsonObject answer) {
        return answer.getAsJsonObject("version").get("protocol").getAsInt();
    }

    private static String text(Future<JsonObject> ping) throws InterruptedException, ExecutionException {
        return ping.get().getAsJsonObject("description").get("text").getAsString();
    }
}
