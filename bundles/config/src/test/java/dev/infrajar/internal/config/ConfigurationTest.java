// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.config.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    private static final Section HELLO = SampleSections.proxy(9, "hello", "plugins.hello", SampleSections.Hello.class);

    private final Path folder;
    private final Configuration configuration;

    ConfigurationTest(@TempDir Path folder) {
        this.folder = folder;
        this.configuration = new Configuration(new ProxyFile(new LaunchOptions(
                folder.resolve("infrarust.toml").toString(), Map.of("servers_dir", folder.toString()))));
    }

    private void write(String toml) throws IOException {
        Files.writeString(folder.resolve("infrarust.toml"), toml);
    }

    private Object value(String id, long bundleId) {
        return configuration
                .value(id, new Section.Owner(bundleId, "bundle-" + bundleId))
                .<Object>map(ConfigValue::get)
                .orElse("none");
    }

    @Test
    void hasAllValuesWhenTheFileIsValid() throws IOException {
        write("worker_threads = 4");
        configuration.update(SampleSections.all());

        assertThat(configuration.ids())
                .containsExactlyInAnyOrder(
                        "config", "listener", "transport", "keepalive", "connector", "extensions", "status");
        assertThat(value("transport", 3)).isEqualTo(new SampleSections.Workers(4));
    }

    @Test
    void hasNoValueWhenAnythingIsWrong() throws IOException {
        write("worker_threads = 4\nbind = 5");
        configuration.update(SampleSections.all());

        assertThat(configuration.ids()).isEmpty();
    }

    @Test
    void triesAgainWhenAMissingBundleArrives() throws IOException {
        write("worker_threads = 4");
        configuration.update(SampleSections.without(SampleSections.all(), "transport"));
        assertThat(configuration.ids()).isEmpty();

        configuration.update(SampleSections.all());
        assertThat(configuration.ids()).contains("transport", "listener");
    }

    @Test
    void readsASectionWhenItArrives() throws IOException {
        write("");
        configuration.update(SampleSections.all());
        write("[plugins.hello]\ngreeting = \"hi\"");
        configuration.update(SampleSections.with(SampleSections.all(), HELLO));

        assertThat(value("hello", 9)).isEqualTo(new SampleSections.Hello("hi", 1));
    }

    @Test
    void keepsAllOthersWhenAnArrivingSectionIsWrong() throws IOException {
        write("");
        configuration.update(SampleSections.all());
        configuration.update(SampleSections.with(SampleSections.all(), HELLO));

        assertThat(configuration.ids()).contains("listener").doesNotContain("hello");
    }

    @Test
    void dropsTheValueOfASectionThatLeaves() throws IOException {
        write("[plugins.hello]\ngreeting = \"hi\"");
        Sections sections = SampleSections.all();
        configuration.update(SampleSections.with(sections, HELLO));
        Object listener = value("listener", 2);
        configuration.update(sections);

        assertThat(configuration.ids()).doesNotContain("hello");
        assertThat(value("listener", 2)).isSameAs(listener);
    }

    @Test
    void keepsTheRecordsOfSectionsThatStay() throws IOException {
        write("worker_threads = 4");
        Sections sections = SampleSections.all();
        configuration.update(sections);
        Object before = value("transport", 3);
        write("worker_threads = 5");
        configuration.update(SampleSections.with(sections, HELLO));

        assertThat(value("transport", 3)).isSameAs(before);
    }

    @Test
    void givesEachVersionOfABundleItsOwnRecord() throws IOException {
        write("worker_threads = 4");
        Sections sections = SampleSections.all();
        configuration.update(sections);
        Section next = SampleSections.section(30, "bundle-3", "transport", ".", "proxy", NextVersion.Workers.class);
        configuration.update(SampleSections.with(sections, next));

        assertThat(value("transport", 3)).isEqualTo(new SampleSections.Workers(4));
        assertThat(value("transport", 30)).isEqualTo(new NextVersion.Workers(4L));
        assertThat(value("transport", 77)).isEqualTo(new NextVersion.Workers(4L));
    }

    @Test
    void givesABundleWithAWrongSectionNothingOfItsOtherVersion() throws IOException {
        write("worker_threads = 4");
        Sections sections = SampleSections.all();
        configuration.update(sections);
        Section next = SampleSections.section(30, "bundle-3", "transport", ".", "proxy", NextVersion.Stricter.class);
        configuration.update(SampleSections.with(sections, next));

        assertThat(value("transport", 30)).isEqualTo("none");
        assertThat(value("transport", 3)).isEqualTo(new SampleSections.Workers(4));
    }

    private interface NextVersion {
        record Workers(@Key(doc = "", byDefault = "0") long workerThreads) implements NextVersion {}

        record Stricter(@Key(doc = "") String workerThreads) implements NextVersion {}
    }
}
