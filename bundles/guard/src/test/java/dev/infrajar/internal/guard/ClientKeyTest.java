// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientKeyTest {
    private static ClientKey key(String address) {
        return ClientKey.of(InetAddress.ofLiteral(address));
    }

    @Test
    void takesEachIpv4AddressForItself() {
        assertThat(key("203.0.113.7")).isEqualTo(key("203.0.113.7")).isNotEqualTo(key("203.0.113.8"));
    }

    @Test
    void takesAnIpv6SubnetForOneClient() {
        assertThat(key("2001:db8:1:2::1"))
                .isEqualTo(key("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(key("2001:db8:1:3::1"));
    }

    @Test
    void takesAnIpv4AddressWrittenAsIpv6ForTheIpv4One() {
        assertThat(key("::ffff:203.0.113.7")).isEqualTo(key("203.0.113.7"));
    }

    @Test
    void keepsTheFamiliesApart() {
        assertThat(key("0.0.0.0")).isNotEqualTo(key("::1"));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "255.255.255.255, 255.255.255.255",
        "2001:db8:1:2::1, 2001:db8:1:2::/64",
        "::1, ::/64"
    })
    void isWrittenAsOperatorsDo(String address, String text) {
        assertThat(key(address)).hasToString(text);
    }
}
