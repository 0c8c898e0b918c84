// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.1.128/25, 192.168.1.127, false",
        "192.168.1.128/25, 192.168.1.129, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "203.0.113.9, 203.0.113.9, true",
        "203.0.113.9, 203.0.113.8, false",
        "203.0.113.0/24, ::ffff:203.0.113.7, true",
        "::ffff:203.0.113.0/120, 203.0.113.7, true",
        "::ffff:203.0.113.0/120, 203.0.112.7, false",
    })
    void containsWhatHasItsPrefix(String block, String address, boolean isInside) {
        assertThat(Cidr.parse(block).contains(InetAddress.ofLiteral(address))).isEqualTo(isInside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "2001:db8::/129",
                "::ffff:1.2.3.4/95",
                "10.0.0/8",
                "10.0.0.0/",
            })
    void refusesWhatIsNoBlock(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/8, 10.0.0.0/8",
        "10.1.2.3/32, 10.1.2.3",
        "2001:DB8::1/64, 2001:db8::/64",
        "::ffff:10.1.2.3, 10.1.2.3",
        "::1, ::1",
    })
    void isWrittenWithoutTheBitsBehindItsPrefix(String text, String written) {
        assertThat(Cidr.parse(text)).hasToString(written).isEqualTo(Cidr.parse(written));
    }

    @Test
    void oneAddressIsABlock() throws Exception {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1};

        assertThat(Cidr.of(InetAddress.getByAddress(mapped))).hasToString("10.0.0.1");
    }
}
