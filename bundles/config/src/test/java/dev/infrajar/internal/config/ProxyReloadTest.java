// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.core.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ProxyReloadTest {
    private static final Section.Owner LISTENER = new Section.Owner(2, "bundle-2");

    private final Path file;
    private final Configuration configuration;
    private final ProxyReload reload;
    private final Logger logger = (Logger) LoggerFactory.getLogger(ProxyReload.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Sections sections =
            SampleSections.with(SampleSections.all(), SampleSections.proxy(9, "start", "start", AtStart.class));

    ProxyReloadTest(@TempDir Path folder) throws IOException {
        file = folder.resolve("infrarust.toml");
        write("max_connections = 5");
        ProxyFile proxyFile =
                new ProxyFile(new LaunchOptions(file.toString(), Map.of("servers_dir", folder.toString())));
        configuration = new Configuration(proxyFile);
        reload = new ProxyReload(proxyFile, () -> sections, configuration);
        configuration.update(sections);
        log.start();
        logger.addAppender(log);
    }

    record AtStart(
            @Key(doc = "", byDefault = "1", atStartOnly = true)
            int threads,

            @Key(doc = "", byDefault = "1") int live) {}

    @AfterEach
    void detach() {
        logger.detachAppender(log);
    }

    private void write(String toml) throws IOException {
        Files.writeString(file, toml);
    }

    private List<String> reload() {
        return reload.reload().stream()
                .map(line -> line.replace(file.toString(), "FILE"))
                .toList();
    }

    /** Levels and texts of what was logged since the last call. */
    private List<String> logged() {
        List<String> lines = log.list.stream()
                .map(event ->
                        event.getLevel() + " " + event.getFormattedMessage().replace(file.toString(), "FILE"))
                .toList();
        log.list.clear();
        return lines;
    }

    @SuppressWarnings("unchecked") // the section's record is known here
    private ConfigValue<SampleSections.Listener> listener() {
        return (ConfigValue<SampleSections.Listener>)
                (ConfigValue<?>) configuration.value("listener", LISTENER).orElseThrow();
    }

    @Test
    void putsAChangedFileIntoForce() throws IOException {
        ConfigValue<SampleSections.Listener> value = listener();
        write("max_connections = 7\nconnect_timeout = '2m30s'\n[default_motd.online]\ntext = 'Hi \"you\"'");

        assertThat(reload())
                .containsExactly(
                        "max_connections: 5 -> 7",
                        "connect_timeout: \"5s\" -> \"2m30s\"",
                        "default_motd.online.text: not set -> \"Hi \\\"you\\\"\"");
        assertThat(value.get().maxConnections()).isEqualTo(7);
        assertThat(logged()).first().isEqualTo("INFO FILE: max_connections: 5 -> 7");
    }

    @Test
    void saysNothingWhenNothingHasChanged() {
        assertThat(reload()).isEmpty();
        assertThat(logged()).isEmpty();
    }

    @Test
    void keepsEverythingWhenAnythingIsWrong() throws IOException {
        SampleSections.Listener before = listener().get();
        write("max_connections = 7\nconnect_timeout = 5\nx = 1");

        assertThat(reload())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("  FILE:2:1: connect_timeout = 5, must be"))
                .satisfies(lines -> assertThat(lines.get(2)).startsWith("  FILE:3:1: x is unknown"));
        assertThat(listener().get()).isSameAs(before);
        assertThat(logged())
                .singleElement()
                .asString()
                .startsWith("WARN FILE: nothing is taken over")
                .contains("FILE:3:1");
    }

    @Test
    void logsTheSameProblemOnce() throws IOException {
        write("x = 1");
        reload();
        assertThat(logged()).hasSize(1);

        assertThat(reload()).hasSize(2);
        assertThat(logged()).isEmpty();
        write("max_connections = 5");
        assertThat(reload()).isEmpty();
        assertThat(logged()).containsExactly("INFO FILE is valid again");
    }

    @Test
    void keepsEverythingWhenTheFileIsGone() throws IOException {
        Files.delete(file);
        reload.reloadIfChanged();
        reload.reloadIfChanged();

        assertThat(logged()).singleElement().asString().startsWith("WARN ").contains("there is no such file");
        assertThat(listener().get().maxConnections()).isEqualTo(5);

        write("max_connections = 6");
        reload.reloadIfChanged();
        assertThat(listener().get().maxConnections()).isEqualTo(6);
    }

    @Test
    void takesAnEmptyFileForOneThatIsBeingWritten() throws IOException {
        write("");
        assertThat(reload()).hasSize(2).last().asString().contains("is empty");
        assertThat(listener().get().maxConnections()).isEqualTo(5);

        write("# all defaults");
        assertThat(reload()).containsExactly("max_connections: 5 -> 0");
    }

    @Test
    void looksAtTheContentBeforeItReads() throws IOException {
        write("max_connections = 5");
        sections = Sections.NONE; // with these every key would be unknown
        reload.reloadIfChanged();

        assertThat(logged()).isEmpty();
    }

    @Test
    void namesKeysThatTakeEffectAtTheNextStart() throws IOException {
        write("max_connections = 5\n[start]\nthreads = 3\nlive = 3");
        assertThat(reload())
                .containsExactly("start.threads: 1 -> 3, takes effect at the next start", "start.live: 1 -> 3");

        write("max_connections = 5\n[start]\nlive = 3");
        assertThat(reload()).containsExactly("start.threads: 3 -> 1");
    }

    @Test
    void leavesTheCommandLineInForce() throws IOException {
        write("max_connections = 5\nservers_dir = '/nowhere'");

        assertThat(reload()).isEmpty();
    }

    @Test
    void tellsThoseWhoWantToKnowAfterAllValuesAreInForce() throws IOException {
        List<String> told = new ArrayList<>();
        ConfigValue<?> connecting = configuration.value("connector", LISTENER).orElseThrow();
        listener().onChange(now -> {
            told.add(now.maxConnections() + " " + listener().get().maxConnections() + " " + connecting.get());
            return Optional.empty();
        });
        write("max_connections = 6\nconnect_timeout = '1s'");
        reload();
        write("max_connections = 6\nconnect_timeout = '2s'");
        reload();

        assertThat(told).containsExactly("6 6 Connecting[connectTimeout=PT1S]");
    }

    @Test
    void reportsWhatIsNotInForceAndTriesAgain() throws IOException {
        List<Integer> tried = new ArrayList<>();
        listener().onChange(now -> {
            tried.add(now.maxConnections());
            return tried.size() < 3 ? Optional.of("bind: the port is in use") : Optional.empty();
        });
        write("max_connections = 6");

        assertThat(reload())
                .containsExactly("max_connections: 5 -> 6", "not in force: bind: the port is in use (bundle-2)");
        assertThat(reload()).containsExactly("not in force: bind: the port is in use (bundle-2)");
        assertThat(reload()).isEmpty();
        assertThat(reload()).isEmpty();
        assertThat(tried).containsExactly(6, 6, 6);
    }

    @Test
    void blamesABundleWhoseChangeFails() throws IOException {
        List<Integer> told = new ArrayList<>();
        listener().onChange(now -> {
            throw new NoClassDefFoundError("thrown by the test");
        });
        listener().onChange(now -> {
            told.add(now.maxConnections());
            return Optional.empty();
        });
        write("max_connections = 6");

        assertThat(reload())
                .containsExactly(
                        "max_connections: 5 -> 6",
                        "not in force: bundle bundle-2 has failed to take over the change:"
                                + " java.lang.NoClassDefFoundError: thrown by the test");
        assertThat(told).containsExactly(6);
    }

    @Test
    void tellsNobodyAfterTheEndOfTheRegistration() throws IOException {
        List<Integer> told = new ArrayList<>();
        Registration registration = listener().onChange(now -> {
            told.add(now.maxConnections());
            return Optional.empty();
        });
        registration.close();
        registration.close();
        write("max_connections = 6");
        reload();

        assertThat(told).isEmpty();
    }

    @Test
    void tellsNobodyOfABundleThatHasReleasedTheValue() throws IOException {
        List<Integer> told = new ArrayList<>();
        HeldValue value = configuration.value("listener", LISTENER).orElseThrow();
        value.onChange(now -> {
            told.add(1);
            return Optional.empty();
        });
        value.release();
        write("max_connections = 6");
        reload();

        assertThat(told).isEmpty();
        assertThat(configuration.ids()).contains("listener");
    }

    @Test
    void givesASectionItsValueThatCouldNotBeBoundWhenItArrived() throws IOException {
        Section hello = SampleSections.proxy(30, "hello", "plugins.hello", SampleSections.Hello.class);
        sections = SampleSections.with(sections, hello);
        configuration.update(sections);
        assertThat(configuration.ids()).doesNotContain("hello");

        write("max_connections = 5\n[plugins.hello]\ngreeting = 'hi'");
        reload();
        assertThat(configuration.ids()).contains("hello");
    }
}
