// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.config.AlsoWritten;
import dev.infrajar.net.config.ConfigProblem;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.core.HostAndPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordBinderTest {
    enum Colour {
        RED,
        @AlsoWritten({"navy", "indigo"})
        DARK_BLUE
    }

    record Inner(
            @Key(doc = "", byDefault = "\"30s\"") Duration time,
            @Key(doc = "", byDefault = "3") int retries) {
        Inner {
            if (retries < 1) {
                throw new IllegalArgumentException("retries = " + retries + ", must be at least 1");
            }
        }
    }

    record Entry(@Key(doc = "") String text, @Key(doc = "") Optional<Integer> most) {}

    record Everything(
            @Key(doc = "", byDefault = "0") int maxConnections,
            @Key(doc = "", byDefault = "7") long big,
            @Key(doc = "", byDefault = "0.5") double ratio,
            @Key(doc = "", byDefault = "false") boolean isOn,
            @Key(doc = "", byDefault = "\"red\"") Colour colour,
            @Key(doc = "", byDefault = "\"./here\"") Path folder,
            @Key(doc = "", byDefault = "\"localhost\"") HostAndPort address,
            @Key(doc = "", byDefault = "[]") List<HostAndPort> others,
            @Key(doc = "") Optional<Duration> pause,
            @Key(doc = "", byDefault = "{}") Inner inner,
            @Key(doc = "", byDefault = "{}") Map<String, Entry> entries) {
        Everything {
            if (maxConnections < 0) {
                throw new IllegalArgumentException("max_connections = " + maxConnections + ", must be at least 0");
            }
            if (big < 0) {
                throw new IllegalArgumentException("big = " + big + ", must be at least 0");
            }
        }
    }

    record Required(
            @Key(doc = "") List<HostAndPort> addresses,
            @Key(doc = "", byDefault = "0") int count) {
        Required {
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("addresses is empty, must have one");
            }
            if (count < 0) {
                throw new IllegalArgumentException("count = " + count + ", must be at least 0");
            }
        }
    }

    record Range(
            @Key(doc = "", byDefault = "1") int least,
            @Key(doc = "", byDefault = "10") int most) {
        Range {
            if (least > most) {
                throw new IllegalArgumentException("least = " + least + ", must be at most " + most);
            }
        }
    }

    private final List<ConfigProblem> problems = new ArrayList<>();

    private <T> Optional<T> bind(Class<T> type, List<String> table, String toml) {
        Document document = document(toml);
        Shape.Table shape = new ShapeReader(Conversions.standard()).read(type);
        return new RecordBinder(type, table, shape, Conversions.standard())
                .bind(document, problems)
                .map(type::cast);
    }

    private <T> Optional<T> bind(Class<T> type, String toml) {
        return bind(type, List.of(), toml);
    }

    private static Document document(String toml) {
        assertThat(TomlReader.parse(toml, "f.toml")).isInstanceOf(TomlReader.Reading.Parsed.class);
        return ((TomlReader.Reading.Parsed) TomlReader.parse(toml, "f.toml")).document();
    }

    private List<String> messages() {
        return problems.stream().map(ConfigProblem::toString).sorted().toList();
    }

    @Test
    void takesDefaultsForWhatIsMissing() {
        assertThat(bind(Everything.class, ""))
                .contains(new Everything(
                        0,
                        7,
                        0.5,
                        false,
                        Colour.RED,
                        Path.of("./here"),
                        new HostAndPort("localhost", 25565),
                        List.of(),
                        Optional.empty(),
                        new Inner(Duration.ofSeconds(30), 3),
                        Map.of()));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark_blue", "navy", "indigo"})
    void takesEverySpellingOfAWord(String word) {
        assertThat(bind(Everything.class, "colour = \"" + word + "\"").map(Everything::colour))
                .contains(Colour.DARK_BLUE);
    }

    @Test
    void takesTheValuesOfTheFile() {
        String toml = """
                max_connections = 5
                big = 9000000000
                ratio = 1
                is_on = true
                colour = "dark_blue"
                folder = "/srv"
                address = "[::1]:7"
                others = ["a", "b:2"]
                pause = "2h30m"
                inner.retries = 9
                [entries.online]
                text = "hello"
                most = 4
                [entries."dotted.key"]
                text = "x"
                """;
        assertThat(bind(Everything.class, toml))
                .contains(new Everything(
                        5,
                        9_000_000_000L,
                        1,
                        true,
                        Colour.DARK_BLUE,
                        Path.of("/srv"),
                        new HostAndPort("::1", 7),
                        List.of(new HostAndPort("a", 25565), new HostAndPort("b", 2)),
                        Optional.of(Duration.ofMinutes(150)),
                        new Inner(Duration.ofSeconds(30), 9),
                        Map.of(
                                "online",
                                new Entry("hello", Optional.of(4)),
                                "dotted.key",
                                new Entry("x", Optional.empty()))));
        assertThat(problems).isEmpty();
    }

    @Test
    void reportsAllWrongValuesAtOnce() {
        String toml = """
                max_connections = 5000000000
                big = "9"
                ratio = "x"
                is_on = "yes"
                colour = "DARK_BLUE"
                folder = ""
                address = "host:99999"
                others = ["a", 5,
                  "b:x"]
                pause = 30
                inner = 3
                [entries]
                offline = "no"
                [entries.online]
                text = 5
                most = 1.5
                """;
        assertThat(bind(Everything.class, toml)).isEmpty();
        assertThat(messages())
                .containsExactlyInAnyOrder(
                        "f.toml:1:1: max_connections = 5000000000, must be between -2147483648 and 2147483647",
                        "f.toml:2:1: big = \"9\", must be a whole number",
                        "f.toml:3:1: ratio = \"x\", must be a number",
                        "f.toml:4:1: is_on = \"yes\", must be true or false",
                        "f.toml:5:1: colour = \"DARK_BLUE\", must be one of \"red\", \"dark_blue\"",
                        "f.toml:6:1: folder = \"\", must not be blank",
                        "f.toml:7:1: address = \"host:99999\", must be an address such as \"host\", \"host:25565\" or"
                                + " \"[::1]:25565\": port 99999 must be 1 to 65535",
                        "f.toml:8:16: others[1] = 5, must be a text in quotes",
                        "f.toml:9:3: others[2] = \"b:x\", must be an address such as \"host\", \"host:25565\" or"
                                + " \"[::1]:25565\": \"b:x\" has no valid port: \"x\" is not a number",
                        "f.toml:10:1: pause = 30, must be a duration such as \"500ms\", \"5s\", \"2h30m\" or \"1d\" (units: ns,"
                                + " us, ms, s, m, h, d, w, M, y)",
                        "f.toml:11:1: inner = 3, must be a table, found an integer",
                        "f.toml:13:1: entries.offline = \"no\", must be a table, found a string",
                        "f.toml:15:1: entries.online.text = 5, must be a text in quotes",
                        "f.toml:16:1: entries.online.most = 1.5, must be a whole number");
    }

    @Test
    void reportsADurationThatIsTooLong() {
        assertThat(bind(Everything.class, "pause = \"300y\"")).isEmpty();
        assertThat(messages()).containsExactly("f.toml:1:1: pause = \"300y\", must be less than 292 years");
    }

    @Test
    void reportsAllBrokenRulesAndWrongValuesTogether() {
        assertThat(bind(Everything.class, "max_connections = -1\nbig = -2\nratio = \"x\"\ninner.retries = 0\n"))
                .isEmpty();
        assertThat(messages())
                .containsExactlyInAnyOrder(
                        "f.toml:1:1: max_connections = -1, must be at least 0",
                        "f.toml:2:1: big = -2, must be at least 0",
                        "f.toml:3:1: ratio = \"x\", must be a number",
                        "f.toml:4:1: inner.retries = 0, must be at least 1");
    }

    @Test
    void reportsAMissingKeyAndWhatElseIsWrong() {
        assertThat(bind(Required.class, "count = -1")).isEmpty();
        assertThat(messages())
                .containsExactlyInAnyOrder(
                        "f.toml: addresses is missing", "f.toml:1:1: count = -1, must be at least 0");
    }

    @Test
    void checksOtherRulesBesideAFaultyRequiredList() {
        assertThat(bind(Required.class, "addresses = [\"a:b\"]\ncount = -1")).isEmpty();
        assertThat(messages()).hasSize(2).last().isEqualTo("f.toml:2:1: count = -1, must be at least 0");
    }

    @Test
    void placesAMissingKeyAtItsTable() {
        assertThat(bind(Everything.class, "\n[entries.online]\nmost = 1\n")).isEmpty();
        assertThat(messages()).containsExactly("f.toml:2:1: entries.online.text is missing");
    }

    @Test
    void bindsATableBelowTheTop() {
        assertThat(bind(Inner.class, List.of("a", "b"), "[a.b]\nretries = 8"))
                .contains(new Inner(Duration.ofSeconds(30), 8));
        assertThat(bind(Inner.class, List.of("a", "b"), "[a]\nc = 1")).contains(new Inner(Duration.ofSeconds(30), 3));
        assertThat(problems).isEmpty();
    }

    @Test
    void namesTheTableInMessages() {
        bind(Inner.class, List.of("a", "b"), "[a.b]\nretries = -8\ntime = \"soon\"");
        assertThat(messages()).hasSize(2).first().isEqualTo("f.toml:2:1: a.b.retries = -8, must be at least 1");
        assertThat(messages()).last().asString().startsWith("f.toml:3:1: a.b.time = \"soon\", must be a duration");
    }

    @Test
    void refusesAValueWhereItsTableBelongs() {
        bind(Inner.class, List.of("a"), "a = 5");
        assertThat(messages()).containsExactly("f.toml:1:1: a = 5, must be a table");
    }

    @Test
    void leavesNoDefaultsInTheDocument() {
        Document document = document("max_connections = 5");
        RecordBinder binder = new RecordBinder(
                Everything.class,
                List.of(),
                new ShapeReader(Conversions.standard()).read(Everything.class),
                Conversions.standard());
        binder.bind(document, problems);

        assertThat(document.root().keySet()).containsExactly("max_connections");
    }

    @Test
    void doesNotBlameAKeyForTheStandInOfAnother() {
        bind(Range.class, "most = \"many\"\nleast = 11");
        assertThat(messages()).first().isEqualTo("f.toml:1:1: most = \"many\", must be a whole number");
    }

    @Test
    void saysARuleBetweenAKeyAndADefault() {
        bind(Range.class, "most = 0");
        assertThat(messages()).containsExactly("f.toml: least = 1, must be at most 0");
    }

    @Test
    void namesTheCommandLineAsTheOrigin() {
        Document document = document("colour = \"red\"");
        document.override("address", "a:b:c:d:");
        document.override("folder", "/x");
        document.override("colour", "pink");
        RecordBinder binder = new RecordBinder(
                Everything.class,
                List.of(),
                new ShapeReader(Conversions.standard()).read(Everything.class),
                Conversions.standard());
        binder.bind(document, problems);

        assertThat(messages())
                .containsExactly("command line: colour = \"pink\", must be one of \"red\", \"dark_blue\"");
    }
}
