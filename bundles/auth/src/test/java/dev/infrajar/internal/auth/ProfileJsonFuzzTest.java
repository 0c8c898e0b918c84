// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.net.identity.GameProfile;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer of a session server: it is a profile that login packets can hold, or refused. */
class ProfileJsonFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                        "{\"id\":\"069a79f444e94726a5befca90e38aaf5\",\"name\":\"Notch\"}",
                        "{\"id\":\"069a79f4-44e9-4726-a5be-fca90e38aaf5\",\"name\":\"a\",\"properties\":[{\"name\":"
                                + "\"textures\",\"value\":\"e30=\",\"signature\":\"c2ln\"}],\"profileActions\":[]}",
                        "{\"id\":\"0\",\"name\":\"\",\"properties\":[null,{},[],{\"signature\":null}]}",
                        "{\"error\":\"x\",\"errorMessage\":1e999}")
                .map(json -> json.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void readsOrRefuses(byte[] input) {
        GameProfile profile;
        try {
            profile = ProfileJson.read(new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return;
        }
        assertThat(profile.name()).matches("[!-~]{1,16}");
        assertThat(profile.properties()).hasSizeLessThanOrEqualTo(16);
    }
}
