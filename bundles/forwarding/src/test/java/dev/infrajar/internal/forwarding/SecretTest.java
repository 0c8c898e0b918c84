// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecretTest {
    /** RFC 4231, test cases 1 and 2. */
    static Arguments[] vectors() {
        return new Arguments[] {
            Arguments.of(
                    "\u000b".repeat(20),
                    "Hi There",
                    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            Arguments.of(
                    "Jefe",
                    "what do ya want for nothing?",
                    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        };
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsAsTheStandardSays(String key, String message, String signature) {
        assertThat(new Secret(key)
                        .sign(message.getBytes(StandardCharsets.US_ASCII))
                        .toHex())
                .isEqualTo(signature);
    }

    @Test
    void doesNotShowItself() {
        assertThat(new SecretFile.Reading.Usable(new Secret("abc"), false, Optional.empty()))
                .asString()
                .doesNotContain("abc");
    }
}
