// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaunchOptionsTest {
    private static LaunchOptions of(Map<String, String> properties) {
        return LaunchOptions.of(name -> Optional.ofNullable(properties.get(name)));
    }

    @Test
    void usesTheUsualFileWithoutAnyProperty() {
        assertThat(of(Map.of())).isEqualTo(new LaunchOptions("infrarust.toml", Map.of()));
    }

    @Test
    void takesFileAndOverrides() {
        assertThat(of(Map.of("infrajar.config", "a.toml", "infrajar.bind", "b:1", "infrajar.plugins_dir", "p")))
                .isEqualTo(new LaunchOptions("a.toml", Map.of("bind", "b:1", "plugins_dir", "p")));
    }

    @Test
    void takesAnEmptyPropertyForAMissingOne() {
        assertThat(of(Map.of("infrajar.config", "", "infrajar.bind", "", "infrajar.plugins_dir", " ")))
                .isEqualTo(of(Map.of()));
    }
}
