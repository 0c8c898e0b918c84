// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:25565", "127.8.9.1", "localhost:25565", "[::1]:25565", "::1"})
    void takesLoopback(String text) {
        TargetAddress target = TargetAddress.of(text, false);

        assertThat(target.address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(target.address().getPort()).isEqualTo(25565);
    }

    /** The addresses are those of RFC 5737 and 3849, for documentation; nothing is sent to them. */
    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1:25565", "0.0.0.0:25565", "[2001:db8::1]:25565", "::ffff:192.0.2.1", "[::]:1"})
    void refusesAllElseWithoutTheFlag(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetAddress.of(text, false))
                .withMessageContaining("--allow-remote");
        assertThat(TargetAddress.of(text, true).address().isUnresolved()).isFalse();
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> TargetAddress.of("127.0.0.1:port", false));
        assertThatIllegalArgumentException().isThrownBy(() -> TargetAddress.of("", false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetAddress.of("nobody.invalid:25565", false))
                .withMessageContaining("nobody.invalid");
    }
}
