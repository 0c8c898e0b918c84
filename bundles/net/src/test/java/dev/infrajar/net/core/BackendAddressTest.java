// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendAddressTest {
    @ParameterizedTest
    @CsvSource({
        "mc.example.com, mc.example.com, false, mc.example.com:25565",
        "mc.example.com:25565, mc.example.com, true, mc.example.com:25565",
        "10.0.0.1:1, 10.0.0.1, true, 10.0.0.1:1",
        "::1, ::1, false, [::1]:25565",
        "[::1], ::1, false, [::1]:25565",
        "[::1]:25566, ::1, true, [::1]:25566",
    })
    void knowsWhetherAPortWasGiven(String text, String host, boolean hasPort, String target) {
        BackendAddress address = BackendAddress.parse(text);

        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port().isPresent()).isEqualTo(hasPort);
        assertThat(address.target()).hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void refusesWeightsOutsideTheirRange(int weight) {
        BackendAddress address = BackendAddress.parse("mc.example.com");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> address.withWeight(weight))
                .withMessageContaining("weight = " + weight);
    }
}
