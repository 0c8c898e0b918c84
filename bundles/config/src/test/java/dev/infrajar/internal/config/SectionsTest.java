// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.config.toml.Shape;
import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionsTest {
    private static final Section LISTENER = SampleSections.proxy(1, "listener", ".", SampleSections.Listener.class);

    @Test
    void givesAKeyToTheFirstBundleThatAsks() {
        Section thief = SampleSections.proxy(2, "thief", ".", SampleSections.Listener.class);

        Sections sections = Sections.of(List.of(thief, LISTENER), List.of());

        assertThat(sections.usable()).containsExactly(LISTENER);
        assertThat(sections.failures())
                .singleElement()
                .hasToString("configuration section thief (the top of the file) of bundle bundle-2 is not used: bind"
                        + " belongs to bundle bundle-1");
    }

    @Test
    void givesATableToTheFirstBundleThatAsks() {
        Section first = SampleSections.proxy(1, "a", "keepalive", SampleSections.Keepalive.class);
        Section second = SampleSections.proxy(2, "b", "keepalive", SampleSections.Keepalive.class);

        assertThat(Sections.of(List.of(second, first), List.of()).usable()).containsExactly(first);
    }

    @Test
    void letsTwoVersionsOfABundleShareTheirKeys() {
        Section next = SampleSections.section(2, "bundle-1", "listener", ".", "proxy", SampleSections.Listener.class);

        assertThat(Sections.of(List.of(LISTENER, next), List.of()).usable()).containsExactly(LISTENER, next);
    }

    private record Switched(
            @Key(doc = "", byDefault = "true") boolean enabled) {}

    @Test
    void refusesKeysThatPluginsCannotHave() {
        assertThatThrownBy(() -> SampleSections.proxy(9, "hello", "plugins.hello", Switched.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the section of a plugin cannot have a key enabled: name it otherwise");
        assertThat(SampleSections.proxy(9, "telemetry", "telemetry", Switched.class)
                        .shape()
                        .keys())
                .containsKey("enabled");
    }

    @Test
    void keepsTheFilesApart() {
        Section proxy = SampleSections.proxy(1, "a", "motd", SampleSections.ServerMotd.class);
        Section server = SampleSections.server(2, "b", "motd", SampleSections.ServerMotd.class);
        Sections sections = Sections.of(List.of(proxy, server), List.of());

        assertThat(sections.of(ConfigSection.PROXY)).containsExactly(proxy);
        assertThat(sections.of(ConfigSection.SERVER)).containsExactly(server);
    }

    @Test
    void mergesTheKeysOfAllSections() {
        Shape.Table shape = SampleSections.with(
                        SampleSections.all(),
                        SampleSections.proxy(9, "hello", "plugins.hello", SampleSections.Hello.class))
                .shape(ConfigSection.PROXY);

        assertThat(shape.keys())
                .containsKeys("bind", "worker_threads", "keepalive", "default_motd", "servers_dir", "plugins")
                .doesNotContainKeys("motd", "addresses");
        assertThat(shape.keys().get("plugins"))
                .isInstanceOfSatisfying(Shape.Key.class, plugins -> assertThat(plugins.shape())
                        .isInstanceOfSatisfying(Shape.Table.class, table -> assertThat(table.keys())
                                .containsOnlyKeys("hello")));
    }

    @Test
    void keepsTheKeysOfATableApartFromTablesInItOfOtherBundles() {
        Section outer = SampleSections.proxy(1, "outer", "keepalive", SampleSections.Keepalive.class);
        Section inner = SampleSections.proxy(2, "inner", "keepalive.hello", SampleSections.Hello.class);
        Shape.Table expected = Sections.of(List.of(outer, inner), List.of()).shape(ConfigSection.PROXY);
        Section innerFirst = SampleSections.proxy(0, "inner", "keepalive.hello", SampleSections.Hello.class);

        Sections turned = Sections.of(List.of(innerFirst, outer), List.of());

        assertThat(turned.failures()).isEmpty();
        assertThat(turned.shape(ConfigSection.PROXY)).isEqualTo(expected);
        assertThat(expected.keys().get("keepalive"))
                .isInstanceOfSatisfying(Shape.Key.class, keepalive -> assertThat(keepalive.shape())
                        .isInstanceOfSatisfying(Shape.Table.class, table -> assertThat(table.keys())
                                .containsKeys("hello", "time")));
    }

    @Test
    void acceptsAnythingInATableWhoseBundleCannotBeAsked() {
        SectionDeclaration declaration =
                SectionDeclaration.of(Map.of("section", "x", "table", "x", "file", "proxy", "record", "no.such.Class"));
        SectionFailure failure = new SectionFailure(new Section.Owner(1, "b"), declaration, "it does not resolve");

        Shape.Table shape = Sections.of(List.of(), List.of(failure)).shape(ConfigSection.PROXY);

        assertThat(shape.keys()).containsEntry("x", new Shape.Key(new Shape.Open(), true, null));
    }
}
