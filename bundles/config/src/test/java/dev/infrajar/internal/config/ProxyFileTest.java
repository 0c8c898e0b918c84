// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.config.ConfigProblem;
import dev.infrajar.net.core.HostAndPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyFileTest {
    private final Path folder;
    private final Path file;

    ProxyFileTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = folder.resolve("infrarust.toml");
        Files.createDirectory(folder.resolve("servers"));
    }

    private ProxyFile write(String toml) throws IOException {
        return write(toml, Map.of());
    }

    private ProxyFile write(String toml, Map<String, String> overrides) throws IOException {
        Files.writeString(file, toml + "\n");
        Map<String, String> all = new LinkedHashMap<>(overrides);
        all.putIfAbsent("servers_dir", folder.resolve("servers").toString());
        return new ProxyFile(new LaunchOptions(file.toString(), all));
    }

    private Map<String, Object> values(String toml) throws IOException {
        ProxyFile.Loaded loaded = write(toml).load(SampleSections.all());
        assertThat(loaded).isInstanceOf(ProxyFile.Loaded.Valid.class);
        Map<String, Object> byId = new LinkedHashMap<>();
        ((ProxyFile.Loaded.Valid) loaded).values().forEach((section, value) -> byId.put(section.id(), value));
        return byId;
    }

    private List<String> problems(String toml) throws IOException {
        return problems(write(toml), SampleSections.all());
    }

    private List<String> problems(ProxyFile proxyFile, Sections sections) {
        return switch (proxyFile.load(sections)) {
            case ProxyFile.Loaded.Valid _ -> List.of();
            case ProxyFile.Loaded.Invalid(var problems) ->
                problems.stream()
                        .map(ConfigProblem::toString)
                        .map(text -> text.replace(folder + "/", ""))
                        .toList();
        };
    }

    private static String spec(String name) throws IOException {
        try (InputStream in = requireNonNull(ProxyFileTest.class.getResourceAsStream("/spec/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void takesEveryDefaultFromAnEmptyFile() throws IOException {
        assertThat(values(""))
                .containsEntry("listener", new SampleSections.Listener(new HostAndPort("0.0.0.0", 25565), 0, false))
                .containsEntry("transport", new SampleSections.Workers(0))
                .containsEntry(
                        "keepalive", new SampleSections.Keepalive(Duration.ofSeconds(30), Duration.ofSeconds(10), 3))
                .containsEntry("status", new SampleSections.DefaultMotd(Optional.empty(), Optional.empty()));
    }

    @Test
    void acceptsTheWorkerThreadsOfTheSpecification() throws IOException {
        assertThat(values(spec("worker-threads.toml"))).containsEntry("transport", new SampleSections.Workers(4));
    }

    @Test
    void acceptsTheReuseportOfTheSpecification() throws IOException {
        assertThat(values(spec("so-reuseport.toml")))
                .containsEntry("listener", new SampleSections.Listener(new HostAndPort("0.0.0.0", 25565), 0, true));
    }

    @Test
    void acceptsTheConnectionLimitOfTheSpecification() throws IOException {
        assertThat(values(spec("max-connections.toml")))
                .containsEntry("listener", new SampleSections.Listener(new HostAndPort("0.0.0.0", 25565), 5000, false));
    }

    @Test
    void acceptsTheKeepaliveOfTheSpecification() throws IOException {
        assertThat(values(spec("keepalive.toml")))
                .containsEntry(
                        "keepalive", new SampleSections.Keepalive(Duration.ofSeconds(30), Duration.ofSeconds(10), 3));
    }

    @Test
    void refusesTheStatusCacheOfTheSpecificationWithoutItsBundle() throws IOException {
        assertThat(problems(spec("status-cache.toml")))
                .containsExactly(
                        "infrarust.toml:1:1: [status_cache] is known, but no installed bundle provides it: remove"
                                + " it or install the bundle");
    }

    @Test
    void refusesAKnownKeyInsideATableThatIsThere() throws IOException {
        assertThat(problems("[default_motd.online]\ntext = \"x\"\nfavicon = \"y\""))
                .containsExactly("infrarust.toml:3:1: default_motd.online.favicon is known, but no installed bundle"
                        + " provides it: remove it or install the bundle");
    }

    @Test
    void refusesUnknownKeysWithASuggestion() throws IOException {
        assertThat(problems("max_conections = 1\n[keepalive]\nretrys = 1\ncolour = 2\n[proxy]\nx = 1"))
                .containsExactly(
                        "infrarust.toml:1:1: max_conections is unknown, did you mean max_connections?",
                        "infrarust.toml:3:1: keepalive.retrys is unknown, did you mean retries?",
                        "infrarust.toml:4:1: keepalive.colour is unknown",
                        "infrarust.toml:5:1: [proxy] is unknown");
    }

    @Test
    void reportsTheProblemsOfAllSectionsInTheOrderOfTheFile() throws IOException {
        assertThat(problems(
                        "worker_threads = \"4\"\nmax_connections = -1\nrate = 1\nbind = \"\"\n[keepalive]\ntime = 5"))
                .hasSize(5)
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("infrarust.toml:1:1: worker_threads = \"4\", must"),
                        two -> assertThat(two)
                                .isEqualTo("infrarust.toml:2:1: max_connections = -1, must be at least 0"),
                        three -> assertThat(three).isEqualTo("infrarust.toml:3:1: rate is unknown"),
                        four -> assertThat(four).startsWith("infrarust.toml:4:1: bind = \"\", must be an address"),
                        five -> assertThat(five).startsWith("infrarust.toml:6:1: keepalive.time = 5, must be a"));
    }

    @Test
    void reportsDuplicatesBesideOtherProblems() throws IOException {
        assertThat(problems("worker_threads = 4\nworker_threads = 5\nmax_connections = -1"))
                .containsExactly(
                        "infrarust.toml:2:1: worker_threads previously defined at line 1, column 1",
                        "infrarust.toml:3:1: max_connections = -1, must be at least 0");
    }

    @Test
    void reportsSyntaxErrorsAlone() throws IOException {
        assertThat(problems("max_connections = \nworker_threads = x\nbind = 5"))
                .isNotEmpty()
                .allMatch(
                        problem -> problem.startsWith("infrarust.toml:1:") || problem.startsWith("infrarust.toml:2:"));
    }

    @Test
    void takesTheCommandLineBeforeTheFile() throws IOException {
        ProxyFile proxyFile = write("bind = \"0.0.0.0:1\"", Map.of("bind", "127.0.0.1:2"));
        assertThat(proxyFile.load(SampleSections.all()))
                .isInstanceOfSatisfying(ProxyFile.Loaded.Valid.class, valid -> assertThat(
                                valid.values().values())
                        .contains(new SampleSections.Listener(new HostAndPort("127.0.0.1", 2), 0, false)));
    }

    @Test
    void blamesTheCommandLineForItsValues() throws IOException {
        assertThat(problems(write("", Map.of("bind", "x:y")), SampleSections.all()))
                .singleElement()
                .asString()
                .startsWith("command line: bind = \"x:y\", must be an address");
    }

    @Test
    void refusesACommandLineKeyWithoutItsBundle() throws IOException {
        Sections sections = SampleSections.without(SampleSections.all(), "extensions");
        assertThat(problems(write("", Map.of("plugins_dir", "p")), sections))
                .containsExactly("command line: plugins_dir is known, but no installed bundle provides it: remove it or"
                        + " install the bundle");
    }

    @Test
    void refusesAServersFolderThatIsNotThere() throws IOException {
        assertThat(problems(write("", Map.of("servers_dir", "no/such")), SampleSections.all()))
                .containsExactly("command line: servers_dir = \"no/such\", must be a folder that exists");
    }

    @Test
    void explainsAMissingFile() {
        ProxyFile proxyFile = new ProxyFile(new LaunchOptions("no/such.toml", Map.of()));
        assertThat(problems(proxyFile, SampleSections.all()))
                .singleElement()
                .asString()
                .startsWith("no/such.toml: there is no such file: make one");
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        Files.write(file, new byte[] {'a', '=', '"', (byte) 0xC3, '"'});
        assertThat(problems(new ProxyFile(new LaunchOptions(file.toString(), Map.of())), SampleSections.all()))
                .containsExactly("infrarust.toml: is not UTF-8");
    }

    @Test
    void refusesAHugeFile() throws IOException {
        assertThat(problems("#" + "x".repeat(1 << 20))).containsExactly("infrarust.toml: is larger than 1048576 bytes");
    }

    @Test
    void ignoresAByteOrderMark() throws IOException {
        assertThat(values("\uFEFFworker_threads = 2")).containsEntry("transport", new SampleSections.Workers(2));
    }

    @Test
    void keepsTheTableOfAPluginThatIsNotThereYet() throws IOException {
        ProxyFile proxyFile = write("[plugins.hello]\ngreeting = \"hi\"\nx = 1");
        assertThat(proxyFile.load(SampleSections.all()))
                .isInstanceOfSatisfying(ProxyFile.Loaded.Valid.class, valid -> assertThat(valid.notices())
                        .singleElement()
                        .asString()
                        .endsWith(
                                "infrarust.toml:1:1: [plugins.hello] is not read: its plugin is not installed (yet), or has"
                                        + " no such table"));
    }

    @Test
    void refusesToSwitchOffConfineOrPlaceAPlugin() throws IOException {
        String toml = "[plugins.hello]\nenabled = false\npath = \"x.jar\"\npermissions = []\ngreeting = \"hi\"";
        assertThat(problems(toml))
                .satisfiesExactly(
                        one -> assertThat(one)
                                .startsWith("infrarust.toml:2:1: plugins.hello.enabled is not served: ")
                                .contains("take the jar out"),
                        two -> assertThat(two)
                                .startsWith("infrarust.toml:3:1: plugins.hello.path is not served: ")
                                .contains("plugins_dir"),
                        three -> assertThat(three)
                                .startsWith("infrarust.toml:4:1: plugins.hello.permissions is not served: "));

        Sections sections = SampleSections.with(
                SampleSections.all(), SampleSections.proxy(9, "hello", "plugins.hello", SampleSections.Hello.class));
        assertThat(problems(write(toml), sections)).isEqualTo(problems(toml));
    }

    @Test
    void checksTheTableOfAPluginThatIsThere() throws IOException {
        Sections sections = SampleSections.with(
                SampleSections.all(), SampleSections.proxy(9, "hello", "plugins.hello", SampleSections.Hello.class));
        assertThat(problems(write("[plugins.hello]\ntimes = true\nx = 1"), sections))
                .containsExactly(
                        "infrarust.toml:1:1: plugins.hello.greeting is missing",
                        "infrarust.toml:2:1: plugins.hello.times = true, must be a whole number",
                        "infrarust.toml:3:1: plugins.hello.x is unknown");
    }

    @Test
    void refusesValuesInThePluginsTable() throws IOException {
        assertThat(problems("[plugins]\nhello = 5")).isNotEmpty();
    }

    @Test
    void readsASectionWhateverTheRestOfTheFileSays() throws IOException {
        Section hello = SampleSections.proxy(9, "hello", "plugins.hello", SampleSections.Hello.class);
        ProxyFile proxyFile = write("nonsense = 1\n[plugins.hello]\ngreeting = \"hi\"");
        assertThat(proxyFile.load(hello))
                .isInstanceOfSatisfying(ProxyFile.Loaded.Valid.class, valid -> assertThat(valid.values())
                        .containsEntry(hello, new SampleSections.Hello("hi", 1)));
    }
}
