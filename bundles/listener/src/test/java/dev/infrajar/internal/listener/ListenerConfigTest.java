// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerConfigTest {
    @Test
    void refusesNegativeCeiling() {
        assertThatThrownBy(() -> Configs.plain(25565, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("max_connections = -1, must be at least 0");
    }

    @Test
    void tellsWhatToWriteWhenNobodyIsTrusted() {
        assertThatThrownBy(() -> Configs.behindProxies(25565))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("receive_proxy_protocol")
                .hasMessageContaining("proxy_protocol_trusted = [\"10.0.0.5\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.5, true",
        "10.0.0.6, false",
        "192.168.7.1, true",
        "::ffff:10.0.0.5, true",
        "2001:db8::1, true",
        "2001:db9::1, false"
    })
    void trustsTheListedAddressesAndNoOthers(String peer, boolean isTrusted) {
        ListenerConfig config = Configs.withTrusted(25565, "10.0.0.5", "192.168.0.0/16", "2001:db8::/32");

        assertThat(config.isTrusted(InetAddress.ofLiteral(peer))).isEqualTo(isTrusted);
    }

    @Test
    void trustsNobodyByDefault() {
        assertThat(Configs.plain(25565, 0).isTrusted(InetAddress.ofLiteral("127.0.0.1")))
                .isFalse();
    }
}
