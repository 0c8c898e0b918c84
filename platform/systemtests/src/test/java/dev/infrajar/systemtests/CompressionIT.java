// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.node.Payload;
import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What clients and backends send arrives as it was, from however many bytes on either side compresses. */
class CompressionIT {
    private static final List<Integer> THRESHOLDS = List.of(-1, 0, 64, 256);
    private static final List<String> VERSIONS = List.of("1.8.8", "1.20.4", "26.1");

    /** Of whole packets in bytes: both sides of each threshold, and what fills several reads. The last is nearly the largest. */
    private static final List<Payload> PAYLOADS = IntStream.of(11, 63, 64, 65, 255, 256, 257, 5000, 30_000)
            .mapToObj(Payload::ofPacket)
            .toList();

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static Game game;
    static Map<Integer, Proxy> proxies;

    @BeforeAll
    static void startAll(@TempDir Path directory) {
        List<String> servers = VERSIONS.stream()
                .flatMap(version -> THRESHOLDS.stream().map(threshold -> server(version, threshold)))
                .toList();
        game = Game.start(CHILDREN, servers);
        proxies = THRESHOLDS.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        threshold -> Proxy.start(
                                CHILDREN,
                                game.workspace(
                                        directory.resolve("from" + threshold),
                                        servers,
                                        "[compression]\nclient_threshold = " + threshold + "\n"))));
    }

    @AfterAll
    static void stopAccounts() {
        game.close();
    }

    /** In {@code offline} client and backend agree by themselves, in {@code client_only} each has its own threshold. */
    static Stream<Arguments> routes() {
        return VERSIONS.stream().flatMap(version -> THRESHOLDS.stream()
                .flatMap(backend -> Stream.concat(
                        Stream.of(Arguments.of(version, Game.OFFLINE, 256, backend, backend)),
                        THRESHOLDS.stream()
                                .map(client -> Arguments.of(version, Game.CLIENT_ONLY, client, backend, client)))));
    }

    @ParameterizedTest(name = "{0} through {1}: {2} to clients, {3} at the backend")
    @MethodSource("routes")
    void packetsOfAllSizesArriveWhole(String version, String mode, int toClients, int atBackend, int expected) {
        String name = (mode.charAt(0) + "_" + toClients + "_" + atBackend).replace('-', 'n');
        String server = server(version, atBackend);
        Player player = game.join(proxy(toClients), name, server, mode);
        int threshold = player.awaitCompression();
        player.awaitSpawned();

        PAYLOADS.forEach(payload -> player.write("custom_payload", payload.packet()));
        player.say("done");

        player.awaitChat("> done");
        game.servers().awaitChat(server, name, "done");
        List<String> sent = PAYLOADS.stream().map(Payload::toString).toList();
        assertThat(game.servers().payloads(server, name)).isEqualTo(sent);
        assertThat(player.packets("custom_payload")).isEqualTo(sent);
        assertThat(Math.max(threshold, -1)).isEqualTo(expected);
        player.leave();
    }

    private static Proxy proxy(int threshold) {
        return Objects.requireNonNull(proxies.get(threshold));
    }

    private static String server(String version, int threshold) {
        return version + "@" + threshold;
    }
}
