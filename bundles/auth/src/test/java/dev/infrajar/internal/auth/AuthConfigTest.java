// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthConfigTest {
    private static final Duration TIME = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sessionserver.mojang.com/session/minecraft/hasJoined",
                "http://127.0.0.1:8080/hasJoined",
                "https://auth.example/api/hasJoined?realm=1"
            })
    void acceptsAddressesOfSessionServers(String url) {
        assertThat(Samples.config(url, TIME, 1).sessionUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sessionserver.mojang.com",
                "/hasJoined",
                "ftp://a/b",
                "file:///etc/passwd",
                "https://",
                "https://user:word@a/b",
                "https://a/b#c",
                "https://a b/"
            })
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> Samples.config(url, TIME, 1))
                .hasMessage("session_url = \"" + url
                        + "\", must be an address such as \"https://host/session/minecraft/hasJoined\"");
    }

    @Test
    void refusesTimesAndNumbersThatMakeNoSense() {
        String url = "https://a/b";
        assertThatThrownBy(() -> Samples.config(url, Duration.ZERO, 1)).hasMessageStartingWith("deadline = 0s");
        assertThatThrownBy(() -> Samples.config(url, Duration.ofHours(1), 1)).hasMessageStartingWith("deadline = 1h");
        assertThatThrownBy(() -> Samples.config(url, TIME, 0)).hasMessageStartingWith("max_concurrent = 0");
        assertThatThrownBy(() -> new AuthConfig(url, TIME, 1, Duration.ZERO, false))
                .hasMessageStartingWith("client_deadline = 0s");
    }
}
