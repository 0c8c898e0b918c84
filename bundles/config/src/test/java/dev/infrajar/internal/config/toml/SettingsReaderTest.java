// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.config.Key;
import dev.infrajar.net.core.HostAndPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
    private enum Colour {
        DARK_BLUE
    }

    private record Inner(
            @Key(doc = "") String text, @Key(doc = "") Optional<Integer> most) {}

    private record Everything(
            @Key(doc = "") String text,
            @Key(doc = "") long number,
            @Key(doc = "") double share,
            @Key(doc = "") boolean isOn,
            @Key(doc = "") Duration time,
            @Key(doc = "") Path someFolder,
            @Key(doc = "") HostAndPort address,
            @Key(doc = "") Colour colour,
            @Key(doc = "") List<HostAndPort> addresses,
            @Key(doc = "") List<Inner> inners,
            @Key(doc = "") Optional<String> perhaps,
            @Key(doc = "") Optional<Inner> perhapsInner,
            @Key(doc = "", atStartOnly = true) Inner inner,
            @Key(doc = "") Map<String, Inner> named) {}

    private static final Inner INNER = new Inner("t", Optional.of(3));

    private static Everything value(Optional<Inner> perhaps) {
        return new Everything(
                "a \"b\"\n",
                5,
                0.5,
                true,
                Duration.ofMillis(90_500),
                Path.of("./here"),
                new HostAndPort("::1", 25565),
                Colour.DARK_BLUE,
                List.of(new HostAndPort("a", 1), new HostAndPort("b", 2)),
                List.of(new Inner("x", Optional.empty())),
                Optional.empty(),
                perhaps,
                INNER,
                Map.of("b c", INNER));
    }

    private static List<String> read(List<String> table, Everything value) {
        Shape.Table shape = new ShapeReader(Conversions.standard()).read(Everything.class);
        return SettingsReader.read(table, shape, value).values().stream()
                .map(setting -> setting.key() + " = " + setting.value() + (setting.isAtStartOnly() ? " *" : ""))
                .toList();
    }

    @Test
    void writesEveryTypeAsAFileWouldHaveIt() {
        assertThat(read(List.of("my", "table"), value(Optional.empty())))
                .containsExactly(
                        "my.table.text = \"a \\\"b\\\"\\n\"",
                        "my.table.number = 5",
                        "my.table.share = 0.5",
                        "my.table.is_on = true",
                        "my.table.time = \"1m30s500ms\"",
                        "my.table.some_folder = \"./here\"",
                        "my.table.address = \"[::1]:25565\"",
                        "my.table.colour = \"dark_blue\"",
                        "my.table.addresses = [\"a:1\", \"b:2\"]",
                        "my.table.inners = [{ text = \"x\" }]",
                        "my.table.perhaps = not set",
                        "my.table.perhaps_inner = not set",
                        "my.table.inner.text = \"t\" *",
                        "my.table.inner.most = 3 *",
                        "my.table.named.\"b c\".text = \"t\"",
                        "my.table.named.\"b c\".most = 3");
    }

    @Test
    void writesTheKeysOfAnOptionalTableThatIsThere() {
        assertThat(read(List.of(), value(Optional.of(INNER))))
                .contains("perhaps_inner.text = \"t\"", "perhaps_inner.most = 3")
                .doesNotContain("perhaps_inner = not set");
    }
}
