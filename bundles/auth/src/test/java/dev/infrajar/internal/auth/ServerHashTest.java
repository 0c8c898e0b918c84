// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerHashTest {
    /** The examples that every description of the protocol has: one is negative, one has a leading zero. */
    @ParameterizedTest
    @CsvSource({
        "Notch, 4ed1f46bbe04bc756bcb17c0c7ce3e4632f06a48",
        "jeb_, -7c9d5b0044c130109a5d7b5fb5c317c02b4e28c1",
        "simon, 88e16a1019277b15d58faf0541e11910eb756f6"
    })
    void isASignedNumber(String text, String hash) {
        assertThat(ServerHash.of(text, new byte[0], new byte[0])).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource({"N, ot, ch", "'', Not, ch", "Notc, h, ''"})
    void coversAllPartsInOrder(String serverId, String secret, String publicKey) {
        assertThat(ServerHash.of(serverId, TestClient.ascii(secret), TestClient.ascii(publicKey)))
                .isEqualTo("4ed1f46bbe04bc756bcb17c0c7ce3e4632f06a48");
    }
}
