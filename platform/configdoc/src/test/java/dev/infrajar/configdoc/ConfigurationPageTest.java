// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.configdoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.core.HostAndPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "configuration.md");

    private static final Path BUNDLES = Path.of("..", "..", "bundles");

    /** Names the bundles that operators get. */
    private static final Path DISTRIBUTION = Path.of("..", "..", "distribution", "pom.xml");

    private enum Colour {
        RED,
        DARK_BLUE
    }

    private record Entry(@Key(doc = "The text.") String text) {}

    private record Sample(
            @Key(doc = "A | bar.", byDefault = "\"5s\"") Duration someTime,
            @Key(doc = "Where.") List<HostAndPort> addresses,
            @Key(doc = "Which.", byDefault = "\"red\"") Colour colour,
            @Key(doc = "Perhaps.") Optional<Integer> most,
            @Key(doc = "On.") Optional<Entry> online,
            @Key(doc = "Off.") Optional<Entry> offline,
            @Key(doc = "All.", byDefault = "{}") Map<String, Entry> named) {}

    private static String pageOf(String table) {
        return ConfigurationPage.of(List.of(new DeclaredSection("sample", ConfigSection.PROXY, table, Sample.class)));
    }

    @Test
    void isCommittedAsItWouldBeWritten() throws Exception {
        String page = ConfigurationPage.of(DeclaredSection.find(getClass().getClassLoader()));
        if ("write".equals(System.getProperty("infrajar.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("out of date; write it with: mvn verify -pl platform/configdoc -am -Dinfrajar.docs=write")
                .hasContent(page);
    }

    @Test
    void findsTheSectionsOfBundles() throws Exception {
        assertThat(DeclaredSection.find(getClass().getClassLoader()))
                .extracting(DeclaredSection::bundle, DeclaredSection::file, DeclaredSection::table)
                .contains(tuple("config", "proxy", "."), tuple("config", "server", "."));
    }

    @Test
    void knowsEverySectionOfTheBundlesInTheZip() throws Exception {
        List<String> known = DeclaredSection.find(getClass().getClassLoader()).stream()
                .map(section -> section.record().getSimpleName() + ".java")
                .toList();
        String distribution = Files.readString(DISTRIBUTION);
        try (Stream<Path> sources = Files.walk(BUNDLES)) {
            List<Path> annotated = sources.filter(source -> source.toString().endsWith(".java"))
                    .filter(source -> distribution.contains("<artifactId>" + bundleOf(source) + "</artifactId>"))
                    .filter(source -> source.toString().contains("/src/main/"))
                    .filter(ConfigurationPageTest::isSection)
                    .toList();
            assertThat(annotated)
                    .as("sections whose bundle is no dependency of this module")
                    .allSatisfy(source ->
                            assertThat(known).contains(source.getFileName().toString()))
                    .isNotEmpty();
        }
    }

    private static String bundleOf(Path source) {
        return BUNDLES.relativize(source).getName(0).toString();
    }

    private static boolean isSection(Path source) {
        try {
            return Files.readString(source).contains("\n@ConfigSection(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void describesKeysInTheOrderOfTheRecord() {
        assertThat(pageOf("a.b")).contains("""
                        ### `[a.b]`

                        | key | value | default | meaning | bundle |
                        |---|---|---|---|---|
                        | `some_time` | duration | `"5s"` | A \\| bar. | sample |
                        | `addresses` | list: address | required | Where. | sample |
                        | `colour` | `"red"`, `"dark_blue"` | `"red"` | Which. | sample |
                        | `most` | whole number | none | Perhaps. | sample |
                        | `online` | table |  | On. | sample |
                        """);
    }

    @Test
    void describesTablesOfOneRecordOnce() {
        assertThat(pageOf("."))
                .contains("### At the top of the file")
                .containsOnlyOnce("#### `[online]`, `[offline]`, `[named.NAME]`")
                .containsOnlyOnce("| `text` | text | required | The text. | sample |");
    }
}
