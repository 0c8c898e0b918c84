// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.config.toml.Conversions;
import dev.infrajar.internal.config.toml.RecordBinder;
import dev.infrajar.internal.config.toml.ShapeReader;
import dev.infrajar.internal.config.toml.TomlReader;
import dev.infrajar.net.config.ConfigProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingConfigTest {
    private final List<ConfigProblem> problems = new ArrayList<>();

    /** Binds as the configuration bundle does. */
    private <T> Optional<T> read(Class<T> type, List<String> table, String toml) {
        return TomlReader.parse(toml, "f.toml") instanceof TomlReader.Reading.Parsed(var document, var _)
                ? new RecordBinder(
                                type, table, new ShapeReader(Conversions.standard()).read(type), Conversions.standard())
                        .bind(document, problems)
                        .map(type::cast)
                : Optional.empty();
    }

    private Optional<ForwardingConfig> read(String toml) {
        return read(ForwardingConfig.class, List.of("forwarding"), toml);
    }

    @Test
    void forwardsNothingByDefault() {
        assertThat(read("")).contains(new ForwardingConfig(ForwardingMode.NONE, Path.of("forwarding.secret")));
    }

    @ParameterizedTest
    @CsvSource({
        "none, NONE",
        "velocity, VELOCITY",
        "modern, VELOCITY",
        "bungeecord, BUNGEECORD",
        "bungee_cord, BUNGEECORD",
        "legacy, BUNGEECORD",
        "bungeeguard, BUNGEEGUARD",
        "bungee_guard, BUNGEEGUARD"
    })
    void takesEverySpelling(String word, ForwardingMode mode) {
        assertThat(read("[forwarding]\nmode = \"" + word + "\"\nsecret_file = \"x\""))
                .contains(new ForwardingConfig(mode, Path.of("x")));
        assertThat(read(ServerForwardingConfig.class, List.of(), "forwarding_mode = \"" + word + "\""))
                .contains(new ServerForwardingConfig(Optional.of(mode)));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Velocity", "bungee", "", "inherit"})
    void refusesOtherWords(String word) {
        assertThat(read("[forwarding]\nmode = \"" + word + "\"")).isEmpty();
        assertThat(problems)
                .singleElement()
                .hasToString("f.toml:2:1: forwarding.mode = \"" + word
                        + "\", must be one of \"none\", \"velocity\", \"bungeecord\", \"bungeeguard\"");
    }
}
