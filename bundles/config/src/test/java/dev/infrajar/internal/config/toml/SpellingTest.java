// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final List<String> KEYS = List.of("bind", "max_connections", "connect_timeout", "servers_dir");

    @Test
    void findsAWordWithWrongLetters() {
        assertThat(Spelling.nearest("max_conections", KEYS)).contains("max_connections");
        assertThat(Spelling.nearest("server_dir", KEYS)).contains("servers_dir");
        assertThat(Spelling.nearest("bnd", KEYS)).contains("bind");
    }

    @Test
    void findsNothingFarAway() {
        assertThat(Spelling.nearest("colour", KEYS)).isEmpty();
        assertThat(Spelling.nearest("x".repeat(100_000), KEYS)).isEmpty();
    }

    @Test
    void countsChangedLetters() {
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Spelling.distance("same", "same")).isZero();
    }
}
