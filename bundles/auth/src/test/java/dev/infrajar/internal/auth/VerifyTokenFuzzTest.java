// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.net.packet.login.ChatKey;
import dev.infrajar.net.packet.login.EncryptionResponse.Signed;
import dev.infrajar.net.packet.login.EncryptionResponse.Token;
import dev.infrajar.net.wire.Bytes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client sends as proof, and as its key: whatever it is, it proves nothing without the token. */
class VerifyTokenFuzzTest {
    private static final LoginKey KEY = LoginKey.generate();
    private static final VerifyToken TOKEN = VerifyToken.next(new SecureRandom());

    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[0], new byte[128], new byte[256], KEY.publicKey().toArray());
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void proveNothing(byte[] input) {
        Bytes bytes = Bytes.of(input);
        Optional<ChatKey> shown = Optional.of(new ChatKey(Instant.EPOCH, bytes, bytes));
        assertThat(TOKEN.isProvedBy(new Token(bytes), KEY, shown)).isFalse();
        assertThat(TOKEN.isProvedBy(new Signed(0, bytes), KEY, shown)).isFalse();
    }
}
