// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.net.config.ConfigProblem;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.config.ServerRule;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Timeouts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFileReaderTest {
    private static final String MINIMAL = "domains = [\"a.example\"]\naddresses = [\"10.0.0.1\"]\n";
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final Path folder;

    ServerFileReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private ServerFileReader.ServerFile read(String toml) throws IOException {
        Path file = Files.writeString(folder.resolve("lobby.toml"), toml);
        return ServerFileReader.read(file, SampleSections.all());
    }

    private ServerDefinition server(String toml) throws IOException {
        ServerFileReader.ServerFile file = read(toml);
        assertThat(file).isInstanceOf(ServerFileReader.ServerFile.Valid.class);
        return ((ServerFileReader.ServerFile.Valid) file).server();
    }

    private List<String> problems(String toml) throws IOException {
        return switch (read(toml)) {
            case ServerFileReader.ServerFile.Valid _ -> List.of();
            case ServerFileReader.ServerFile.Invalid(var problems) ->
                problems.stream()
                        .map(ConfigProblem::toString)
                        .map(text -> text.replace(folder + "/", ""))
                        .toList();
        };
    }

    private static String spec(String name) throws IOException {
        try (InputStream in = requireNonNull(ServerFileReaderTest.class.getResourceAsStream("/spec/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void readsAddressesWithAndWithoutWeight() throws IOException {
        assertThat(server("""
                        domains = ["a.example"]
                        addresses = ["10.0.0.1", { address = "10.0.0.2:25566", weight = 3 }, { address = "b.example" }]
                        """).addresses())
                .containsExactly(
                        BackendAddress.parse("10.0.0.1"),
                        BackendAddress.parse("10.0.0.2:25566").withWeight(3),
                        BackendAddress.parse("b.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ address = \"a\", weight = 0 }", "{ weight = 2 }", "{ address = \"a\", wight = 2 }", "5"})
    void refusesAnAddressThatIsNone(String address) throws IOException {
        assertThat(problems("domains = [\"a.example\"]\naddresses = [" + address + "]\n"))
                .singleElement()
                .asString()
                .contains("addresses");
    }

    @Test
    void takesDefaultsForWhatIsMissing() throws IOException {
        String origin = folder.resolve("lobby.toml").toString();
        assertThat(server(MINIMAL))
                .isEqualTo(new ServerDefinition(
                        "lobby",
                        List.of("a.example"),
                        List.of(BackendAddress.parse("10.0.0.1")),
                        ProxyMode.PASSTHROUGH,
                        false,
                        new DomainRewrite.None(),
                        new Timeouts(Optional.empty(), HALF_A_MINUTE, HALF_A_MINUTE),
                        0,
                        "Server is currently unreachable. Please try again later.",
                        origin,
                        Map.of()));
    }

    @Test
    void acceptsTheZeroCopyServerOfTheSpecification() throws IOException {
        ServerDefinition server = server(spec("zero-copy-server.toml"));
        assertThat(server.domains()).containsExactly("mc.example.com");
        assertThat(server.addresses()).containsExactly(BackendAddress.parse("192.168.1.10:25565"));
        assertThat(server.proxyMode()).isEqualTo(ProxyMode.ZERO_COPY);
    }

    @Test
    void acceptsTheFullServerOfTheSpecification() throws IOException {
        String origin = folder.resolve("lobby.toml").toString();
        assertThat(server(spec("zero-copy-full-server.toml")))
                .isEqualTo(new ServerDefinition(
                        "pvp",
                        List.of("pvp.mc.example.com"),
                        List.of(BackendAddress.of(new HostAndPort("10.0.1.20", 25565))),
                        ProxyMode.ZERO_COPY,
                        true,
                        new DomainRewrite.None(),
                        new Timeouts(Optional.of(Duration.ofSeconds(3)), HALF_A_MINUTE, HALF_A_MINUTE),
                        200,
                        "Server is currently unreachable. Please try again later.",
                        origin,
                        Map.of()));
    }

    @Test
    void acceptsTheSingleLineOfTheSpecificationInAServerFile() throws IOException {
        assertThat(server(MINIMAL + spec("zero-copy-line.toml")).proxyMode()).isEqualTo(ProxyMode.ZERO_COPY);
    }

    @Test
    void missesTheRestOfAServerInThatLineAlone() throws IOException {
        assertThat(problems(spec("zero-copy-line.toml")))
                .containsExactlyInAnyOrder("lobby.toml: addresses is missing", "lobby.toml: domains is missing");
    }

    @ParameterizedTest
    @CsvSource({"'', lobby", "id = \"b\", b", "name = \"c\", c", "'id = \"b\"\nname = \"c\"', c"})
    void takesNameThenIdThenFileNameAsId(String keys, String id) throws IOException {
        assertThat(server(MINIMAL + keys).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UPPER",
                "with space",
                "ä",
                "a.b",
                "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void refusesOtherNames(String name) throws IOException {
        assertThat(problems("name = \"" + name + "\"\n" + MINIMAL))
                .containsExactly(
                        "lobby.toml:1:1: name = \"" + name + "\", must be 1 to 64 of the characters a-z, 0-9, _ and -");
    }

    @Test
    void reportsAllProblemsOfAFile() throws IOException {
        String toml = """
                name = "UPPER"
                domains = ["a.example", " "]
                addresses = ["10.0.0.1", "host:0"]
                proxy_mode = "fast"
                max_players = -1
                domain_rewrite = "other"
                colour = 1
                [timeouts]
                connect = "0s"
                read = 5
                [motd.online]
                """;
        assertThat(problems(toml))
                .satisfiesExactly(
                        name -> assertThat(name).startsWith("lobby.toml:1:1: name = \"UPPER\""),
                        domain -> assertThat(domain).startsWith("lobby.toml:2:1: domains has \" \""),
                        address -> assertThat(address).startsWith("lobby.toml:3:26: addresses[1] = \"host:0\""),
                        mode -> assertThat(mode)
                                .isEqualTo(
                                        "lobby.toml:4:1: proxy_mode = \"fast\", must be one of"
                                                + " \"passthrough\", \"zero_copy\", \"server_only\", \"client_only\", \"offline\""),
                        players ->
                                assertThat(players).isEqualTo("lobby.toml:5:1: max_players = -1, must be at least 0"),
                        rewrite ->
                                assertThat(rewrite).startsWith("lobby.toml:6:1: domain_rewrite = \"other\", must be"),
                        colour -> assertThat(colour).isEqualTo("lobby.toml:7:1: colour is unknown"),
                        connect -> assertThat(connect)
                                .isEqualTo("lobby.toml:9:1: timeouts.connect = \"0s\", must be longer than zero"),
                        read -> assertThat(read).startsWith("lobby.toml:10:1: timeouts.read = 5, must be a duration"),
                        motd -> assertThat(motd).isEqualTo("lobby.toml:11:1: motd.online.text is missing"));
    }

    @Test
    void requiresADomainAndAnAddress() throws IOException {
        assertThat(problems("domains = []\naddresses = []"))
                .containsExactly(
                        "lobby.toml:1:1: domains is empty, must have a host name: no player could reach the server",
                        "lobby.toml:2:1: addresses is empty, must have the address of a backend");
    }

    @ParameterizedTest
    @EnumSource(ProxyMode.class)
    void takesEveryMode(ProxyMode mode) throws IOException {
        assertThat(server(MINIMAL + "proxy_mode = \"" + mode.key() + "\"").proxyMode())
                .isEqualTo(mode);
    }

    @Test
    void saysThatFullIsNoMode() throws IOException {
        assertThat(problems(MINIMAL + "proxy_mode = \"full\""))
                .singleElement()
                .asString()
                .startsWith("lobby.toml:3:1: proxy_mode = \"full\", is a mode that has never done anything: use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"network = \"x\"", "forwarding_mode = \"velocity\"", "limbo_handlers = []"})
    void saysThatAKeyIsNotProvided(String key) throws IOException {
        assertThat(problems(MINIMAL + key))
                .singleElement()
                .asString()
                .startsWith(
                        "lobby.toml:3:1: " + key.substring(0, key.indexOf(' ')) + " is known, but no installed bundle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server_manager", "ip_filter"})
    void saysThatATableIsNotProvided(String table) throws IOException {
        assertThat(problems(MINIMAL + "[" + table + "]\nx = 1"))
                .singleElement()
                .asString()
                .startsWith("lobby.toml:3:1: [" + table + "] is known, but no installed bundle");
    }

    @Test
    void readsEveryDomainRewrite() throws IOException {
        assertThat(server(MINIMAL + "domain_rewrite = \"none\"").domainRewrite())
                .isEqualTo(new DomainRewrite.None());
        assertThat(server(MINIMAL + "domain_rewrite = \"from_backend\"").domainRewrite())
                .isEqualTo(new DomainRewrite.FromBackend());
        assertThat(server(MINIMAL + "domain_rewrite = { explicit = \"b.example\" }")
                        .domainRewrite())
                .isEqualTo(new DomainRewrite.Explicit("b.example"));
        assertThat(server(MINIMAL + "[domain_rewrite]\nexplicit = \"b.example\"")
                        .domainRewrite())
                .isEqualTo(new DomainRewrite.Explicit("b.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"true", "{}", "{ explicit = 1 }", "{ explicit = \"a\", x = 1 }", "{ explicit = \"\" }", "[]"})
    void refusesOtherDomainRewrites(String value) throws IOException {
        assertThat(problems(MINIMAL + "domain_rewrite = " + value))
                .singleElement()
                .asString()
                .startsWith("lobby.toml:3:1: domain_rewrite");
    }

    @Test
    void givesOtherBundlesTheirParts() throws IOException {
        ServerDefinition server = server(MINIMAL + "[motd.online]\ntext = \"hi\"");
        assertThat(server.part(SampleSections.ServerMotd.class))
                .contains(new SampleSections.ServerMotd(Optional.of(new SampleSections.Motd("hi")), Optional.empty()));
    }

    private record Relay(@Key(doc = "") String relayedAs) implements ServerRule {
        @Override
        public Optional<Problem> problem(ServerDefinition server) {
            return server.proxyMode() == ProxyMode.ZERO_COPY
                    ? Optional.of(new Problem("relayed_as", "relayed_as does not go with zero_copy"))
                    : Optional.empty();
        }
    }

    private ServerFileReader.ServerFile readWithRelay(String toml) throws IOException {
        Path file = Files.writeString(folder.resolve("relay.toml"), toml);
        return ServerFileReader.read(
                file, SampleSections.with(SampleSections.all(), SampleSections.server(9, "relay", ".", Relay.class)));
    }

    @Test
    void showsAPartThatDoesNotFitTheServer() throws IOException {
        assertThat(readWithRelay(MINIMAL + "proxy_mode = \"zero_copy\"\nrelayed_as = \"x\""))
                .isInstanceOfSatisfying(
                        ServerFileReader.ServerFile.Invalid.class, invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .asString()
                                .endsWith("relay.toml:4:1: relayed_as does not go with zero_copy"));
    }

    @Test
    void acceptsAPartThatFitsTheServer() throws IOException {
        assertThat(readWithRelay(MINIMAL + "relayed_as = \"x\"")).isInstanceOf(ServerFileReader.ServerFile.Valid.class);
        assertThat(readWithRelay(MINIMAL + "proxy_mode = \"zero_copy\""))
                .isInstanceOf(ServerFileReader.ServerFile.Valid.class);
    }

    @Test
    void readsTheSameFileToEqualDefinitions() throws IOException {
        String toml = MINIMAL + "[motd.online]\ntext = \"hi\"";
        assertThat(server(toml)).isEqualTo(server(toml + "\n# a comment"));
    }

    @Test
    void reportsAFileThatIsNotThere() {
        assertThat(ServerFileReader.read(folder.resolve("none.toml"), SampleSections.all()))
                .isInstanceOfSatisfying(
                        ServerFileReader.ServerFile.Invalid.class, invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .asString()
                                .endsWith("none.toml: there is no such file"));
    }
}
