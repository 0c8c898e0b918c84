// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.plain.ProxyHeader;
import dev.infrajar.systemtests.plain.SilentBackend;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which of several backends a player gets, while they come and go. */
class BackendsIT {
    private static final String HOST = "several.test";
    private static final Duration BACK_OFF = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @RegisterExtension
    final Children children = Children.ofTest();

    private final Workspace workspace;
    private final List<AutoCloseable> open = new ArrayList<>();

    BackendsIT(@TempDir Path directory) {
        // Probes of backends that are down come soon; nothing waits for the default of ten seconds.
        workspace = Workspace.in(directory, """
                [active_health]
                interval = "200ms"
                """);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private PlainBackend backend(String motd) {
        PlainBackend backend = PlainBackend.start(motd);
        open.add(backend);
        return backend;
    }

    private Proxy start(String keys) {
        workspace.server("several", serverFile(keys));
        return Proxy.start(children, workspace);
    }

    private static String serverFile(String keys) {
        return """
                domains = ["%s"]
                %s
                """.formatted(HOST, keys);
    }

    private static String addresses(PlainBackend... backends) {
        List<String> all = new ArrayList<>();
        for (PlainBackend backend : backends) {
            all.add("\"127.0.0.1:" + backend.port() + "\"");
        }
        return "addresses = [" + String.join(", ", all) + "]\n";
    }

    /** A player who is in, and stays until the test ends. */
    private PlainClient join(Proxy proxy) {
        return join(proxy, "Player" + NUMBERS.incrementAndGet());
    }

    private PlainClient join(Proxy proxy, String name) {
        PlainClient player = PlainClient.join(proxy.port(), HOST, name);
        open.add(player);
        assertThat(player.echo("in")).isEqualTo("in");
        return player;
    }

    @Test
    void playersGoToTheFirstAddressThatAnswers() {
        PlainBackend second = backend("second");
        PlainBackend third = backend("third");
        Proxy proxy = start("addresses = [\"127.0.0.1:%d\", \"127.0.0.1:%d\", \"127.0.0.1:%d\"]"
                .formatted(Ports.free(), second.port(), third.port()));

        join(proxy);
        join(proxy);

        assertThat(second.connections()).isEqualTo(2);
        assertThat(third.connections()).isZero();
    }

    @Test
    void roundRobinSharesPlayersByWeight() {
        PlainBackend heavy = backend("heavy");
        PlainBackend light = backend("light");
        PlainBackend other = backend("other");
        Proxy proxy = start("""
                addresses = [
                  { address = "127.0.0.1:%d", weight = 2 },
                  "127.0.0.1:%d",
                  { address = "127.0.0.1:%d" },
                ]
                balance = "round_robin"
                """.formatted(heavy.port(), light.port(), other.port()));

        for (int i = 0; i < 8; i++) {
            join(proxy);
        }

        assertThat(List.of(heavy.connections(), light.connections(), other.connections()))
                .containsExactly(4, 2, 2);
    }

    @Test
    void randomSharesPlayersWithoutAnOrder() {
        PlainBackend first = backend("first");
        PlainBackend second = backend("second");
        Proxy proxy = start(addresses(first, second) + "balance = \"random\"");

        for (int i = 0; i < 40; i++) {
            join(proxy);
        }

        // Both get some: that one of them gets none of forty happens once in 10^12 runs.
        assertThat(first.connections()).isPositive();
        assertThat(second.connections()).isPositive();
        assertThat(first.connections() + second.connections()).isEqualTo(40);
    }

    @Test
    void leastConnFillsTheBackendThatPlayersHaveLeft() {
        PlainBackend first = backend("first");
        PlainBackend second = backend("second");
        Proxy proxy = start(addresses(first, second) + "balance = \"least_conn\"");
        join(proxy);
        join(proxy);
        PlainClient leaving = join(proxy, "Leaving");
        PlainBackend left = first.connections() == 2 ? first : second;
        join(proxy);
        assertThat(List.of(first.connections(), second.connections())).containsExactly(2, 2);
        leaving.close();
        proxy.process().awaitLine("the end", line -> line.contains("Leaving") && line.contains("ended"));

        join(proxy);

        assertThat(left.connections()).isEqualTo(3);
        assertThat(first.connections() + second.connections()).isEqualTo(5);
    }

    @Test
    void backendThatIsDownIsPassedOverUntilProbesFindItBack() {
        PlainBackend first = backend("first");
        PlainBackend second = backend("second");
        Proxy proxy = start(addresses(first, second));
        join(proxy, "Before");
        first.awaitArrival("Before");

        first.close();
        join(proxy, "Meanwhile");
        second.awaitArrival("Meanwhile");
        String down = "backend 127.0.0.1:" + first.port() + " of several is down";
        proxy.process().awaitLine("the loss", line -> line.contains(down));
        join(proxy, "Later");
        second.awaitArrival("Later");

        PlainBackend again = PlainBackend.startOn("again", first.port());
        open.add(again);
        proxy.process()
                .awaitLine("the return", line -> line.contains("127.0.0.1:" + again.port() + " of several is back"));
        join(proxy, "After");
        again.awaitArrival("After");
    }

    @Test
    void statusProbeTakesOutWhatConnectsAndDoesNotAnswer() {
        // Expects a PROXY header that it does not get: it takes connections and closes them.
        PlainBackend deaf = PlainBackend.startBehindProxyProtocol();
        open.add(deaf);
        PlainBackend second = backend("second");
        Proxy proxy = start(addresses(deaf, second) + """
                [active_health]
                type = "status"
                all_addresses = true
                """);
        assertThat(PlainClient.status(proxy.port(), HOST)).isNotNull();

        proxy.process()
                .awaitLine(
                        "the loss",
                        line -> line.contains("127.0.0.1:" + deaf.port() + " of several is down (closed in place of"));
        join(proxy, "Lucky");
        second.awaitArrival("Lucky");
    }

    @Test
    void silentAddressIsFoundBeforeTheFirstPlayerComes() {
        SilentBackend silent = SilentBackend.start();
        open.add(silent);
        PlainBackend second = backend("second");
        Proxy proxy = start("""
                addresses = ["127.0.0.1:%d", "127.0.0.1:%d"]
                [timeouts]
                connect = "10m"
                [active_health]
                timeout = "500ms"
                all_addresses = true
                """.formatted(silent.port(), second.port()));

        proxy.process()
                .awaitLine("the loss", line -> line.contains("127.0.0.1:" + silent.port() + " of several is down"));
        join(proxy, "Lucky");

        second.awaitArrival("Lucky");
    }

    @Test
    void withoutProbesSilentAddressIsOutAfterThreeLoginsAndBackAfterItsBackOff() {
        SilentBackend silent = SilentBackend.start();
        open.add(silent);
        PlainBackend second = backend("second");
        Proxy proxy = start("""
                addresses = ["127.0.0.1:%d", "127.0.0.1:%d"]
                [timeouts]
                connect = "300ms"
                [active_health]
                enabled = false
                """.formatted(silent.port(), second.port()));
        String address = "127.0.0.1:" + silent.port() + " of several ";

        // One login at a time: doubt puts off the next trial by 5 s, then 10 s.
        awaitWhileJoining(proxy, address + "is down (no answer within 300ms)");
        silent.close();
        PlainBackend again = PlainBackend.startOn("again", silent.port());
        open.add(again);
        join(proxy, "TooEarly");
        second.awaitArrival("TooEarly");

        awaitWhileJoining(proxy, address + "is back");
        join(proxy, "After");
        again.awaitArrival("After");
    }

    /** Players come one by one until the log has a line: the back-off of 30 s fits in. */
    private void awaitWhileJoining(Proxy proxy, String part) {
        await(part)
                .atMost(BACK_OFF.plus(ChildProcess.PATIENCE))
                .pollInterval(PAUSE)
                .until(() -> {
                    join(proxy);
                    return proxy.process().lines().stream().anyMatch(line -> line.contains(part));
                });
    }

    @Test
    void loginTriesNoMoreAddressesThanItMay() {
        PlainBackend second = backend("second");
        Proxy proxy = start("""
                addresses = ["127.0.0.1:%d", "127.0.0.1:%d"]
                connect_max_attempts = 1
                disconnect_message = "Nobody there"
                """.formatted(Ports.free(), second.port()));

        try (var refused = PlainClient.join(proxy.port(), HOST, "Unlucky")) {
            assertThat(refused.awaitRefusal()).isEqualTo("Nobody there");
        }
        // The first address is known to be down now: passing it over is no attempt.
        join(proxy, "Lucky");
        second.awaitArrival("Lucky");
    }

    @Test
    void statusQuestionCarriesTheAddressOfThePinger() {
        PlainBackend backend = PlainBackend.startBehindProxyProtocol();
        open.add(backend);
        Proxy proxy = start(addresses(backend) + "send_proxy_protocol = true");

        assertThat(PlainClient.motd(proxy.port(), HOST)).isEqualTo("Behind a header");

        assertThat(backend.headers())
                .extracting(ProxyHeader::destination)
                .containsOnly(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()));
    }

    @Test
    void newAddressesAndBalanceHoldForNewPlayers() {
        PlainBackend first = backend("first");
        PlainBackend second = backend("second");
        PlainBackend third = backend("third");
        Proxy proxy = start(addresses(first));
        PlainClient early = join(proxy, "Early");
        first.awaitArrival("Early");

        workspace.server("several", serverFile(addresses(second, third) + "balance = \"round_robin\""));
        await("the new file is in force")
                .atMost(ChildProcess.PATIENCE)
                .until(() -> !PlainClient.motd(proxy.port(), HOST).equals("first"));
        int before = second.connections() + third.connections();
        for (int i = 0; i < 4; i++) {
            join(proxy);
        }

        assertThat(second.connections() + third.connections()).isEqualTo(before + 4);
        assertThat(third.connections()).isEqualTo(2);
        assertThat(early.echo("still here")).isEqualTo("still here");
    }
}
