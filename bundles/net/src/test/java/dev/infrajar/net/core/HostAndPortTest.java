// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAndPortTest {
    @ParameterizedTest
    @CsvSource({
        "mc.example.com,mc.example.com,25565",
        "mc.example.com:1,mc.example.com,1",
        "10.0.0.1:65535,10.0.0.1,65535",
        "10.0.0.1,10.0.0.1,25565",
        "::1,::1,25565",
        "2001:db8::7,2001:db8::7,25565",
        "[::1],::1,25565",
        "[::1]:25566,::1,25566",
        "' mc.example.com ',mc.example.com,25565"
    })
    void readsEveryForm(String text, String host, int port) {
        assertThat(HostAndPort.parse(text)).isEqualTo(new HostAndPort(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":25565", "host:", "host:99999", "host:0", "host:-1", "host:x", "[::1", "[::1]25565", "a b"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> HostAndPort.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesWhatItReads() {
        assertThat(HostAndPort.parse("[::1]:7")).hasToString("[::1]:7");
        assertThat(HostAndPort.parse("host")).hasToString("host:25565");
    }
}
