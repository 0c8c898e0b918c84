// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    private static Handshake to(String host) {
        return new Handshake(774, host, 25565, Handshake.NextState.LOGIN);
    }

    @ParameterizedTest
    @CsvSource({
        "MC.Example.COM,mc.example.com",
        "mc.example.com.,mc.example.com",
        "mc.example.com..,mc.example.com",
        "'mc.example.com\0FML\0',mc.example.com",
        "'mc.example.com.\0FML3\0',mc.example.com",
        "'mc.example.com///1.2.3.4:5///1',mc.example.com///1.2.3.4:5///1",
        "'',''",
        "...,''"
    })
    void routesByBareLowerCaseHost(String written, String routed) {
        assertThat(to(written).virtualHost()).isEqualTo(routed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0FML\0", "\0FML2\0", "\0FML3\0", "\0FORGE", "\0FORGE7", "\0FORGE\0"})
    void passesForgeMarkers(String suffix) {
        assertThat(HostSuffix.passable(suffix)).isEqualTo(suffix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\00010.0.0.1\0f84c6a790a4e45e0879bcd49ebd4c4e2\0[]",
                "\0FML\00010.0.0.1\0f84c6a790a4e45e0879bcd49ebd4c4e2",
                "\0FORGERY",
                "\0",
                "\0\0"
            })
    void cutsOffWhatCouldBeForgedIdentity(String suffix) {
        assertThat(HostSuffix.passable(suffix)).isEmpty();
    }
}
