// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import static dev.infrajar.internal.router.Samples.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.ServerDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoutingTableTest {
    private static String route(RoutingTable table, String host) {
        return table.route(host).map(ServerDefinition::id).orElse("none");
    }

    private static RoutingTable table(ServerDefinition... servers) {
        return RoutingTable.of(List.of(servers));
    }

    @Test
    void findsAnExactDomainWhateverItsCase() {
        assertThat(route(table(server("a", "Play.Example.Com.")), "play.example.com"))
                .isEqualTo("a");
    }

    @Test
    void findsNothingForAnUnknownHost() {
        assertThat(route(table(server("a", "a.example", "*.b.example")), "c.example"))
                .isEqualTo("none");
        assertThat(route(RoutingTable.EMPTY, "")).isEqualTo("none");
    }

    @Test
    void prefersAnExactDomainToAPattern() {
        RoutingTable table = table(server("a", "*.example"), server("b", "x.example"));
        assertThat(route(table, "x.example")).isEqualTo("b");
        assertThat(route(table, "y.example")).isEqualTo("a");
    }

    @Test
    void prefersTheLongestLiteralPart() {
        RoutingTable table = table(server("all", "*"), server("short", "*.example"), server("long", "*.eu.example"));
        assertThat(route(table, "x.eu.example")).isEqualTo("long");
        assertThat(route(table, "x.us.example")).isEqualTo("short");
        assertThat(route(table, "x.test")).isEqualTo("all");
    }

    @Test
    void prefersTheFirstFileAmongEqualPatterns() {
        RoutingTable table = table(server("b", "a*.example"), server("a", "*b.example"));
        assertThat(route(table, "ab.example")).isEqualTo("b");
    }

    @Test
    void givesADomainOfTwoServersToTheFirst() {
        RoutingTable table = table(server("b", "x.example"), server("a", "X.example", "a.example"));
        assertThat(route(table, "x.example")).isEqualTo("b");
        assertThat(route(table, "a.example")).isEqualTo("a");
        assertThat(table.conflicts())
                .containsExactly("x.example leads to server b (b.toml), not to a (a.toml), which has it too");
    }

    @Test
    void givesAPatternOfTwoServersToTheFirst() {
        RoutingTable table = table(server("b", "*.example"), server("a", "*.EXAMPLE."));
        assertThat(route(table, "x.example")).isEqualTo("b");
        assertThat(table.conflicts())
                .containsExactly("*.example leads to server b (b.toml), not to a (a.toml), which has it too");
    }

    @Test
    void treatsAPatternThatAClientSendsAsAnyHost() {
        RoutingTable table = table(server("a", "?"), server("b", "*"));
        assertThat(route(table, "*")).isEqualTo("a");
    }

    @Test
    void givesAnIdToTheFirstServer() {
        RoutingTable table = table(server("a", "x.example"), server("a", "y.example"));
        assertThat(route(table, "y.example")).isEqualTo("none");
        assertThat(table.all()).hasSize(1);
        assertThat(table.conflicts()).hasSize(1);
    }

    @Test
    void toleratesADomainTwiceInOneServer() {
        assertThat(table(server("a", "x.example", "X.EXAMPLE.")).conflicts()).isEmpty();
    }

    @Test
    void ordersServersById() {
        RoutingTable table = table(server("c", "c"), server("a", "a"), server("b", "b"));
        assertThat(table.all()).extracting(ServerDefinition::id).containsExactly("a", "b", "c");
        assertThat(table.byId("b")).isPresent();
        assertThat(table.byId("d")).isEmpty();
    }

    /** Any servers: the winner is the one that the rule names, found here the slow and simple way. */
    @Test
    void choosesAsTheRuleSays() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<ServerDefinition> servers = randomServers(random);
            RoutingTable table = RoutingTable.of(servers);
            for (int i = 0; i < 50; i++) {
                String host = word(random, "ab.", 4);
                assertThat(route(table, host)).as("%s in %s", host, servers).isEqualTo(winner(servers, host));
            }
        }
    }

    @Test
    void choosesTheSameInATableMadeAgain() {
        Random random = new Random(7);
        List<ServerDefinition> servers = randomServers(random);
        RoutingTable first = RoutingTable.of(servers);
        RoutingTable second = RoutingTable.of(new ArrayList<>(servers));
        for (int i = 0; i < 1_000; i++) {
            String host = word(random, "ab.", 6);
            assertThat(route(second, host)).isEqualTo(route(first, host));
        }
    }

    private static String winner(List<ServerDefinition> servers, String host) {
        record Claim(String id, DomainPattern pattern) {}
        List<Claim> claims = servers.stream()
                .flatMap(server ->
                        server.domains().stream().map(domain -> new Claim(server.id(), DomainPattern.of(domain))))
                .filter(claim -> claim.pattern().matches(host))
                .toList();
        Optional<Claim> exact =
                claims.stream().filter(claim -> claim.pattern().isExact()).findFirst();
        return exact.or(() -> claims.stream()
                        .sorted(Comparator.comparingInt(
                                (Claim claim) -> -claim.pattern().literalLength()))
                        .findFirst())
                .map(Claim::id)
                .orElse("none");
    }

    private static List<ServerDefinition> randomServers(Random random) {
        List<ServerDefinition> servers = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            servers.add(server("s" + i, word(random, "ab.*?", 4) + "a", word(random, "ab.*", 5) + "b"));
        }
        return servers;
    }

    private static String word(Random random, String letters, int longest) {
        return random.ints(random.nextInt(longest), 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
