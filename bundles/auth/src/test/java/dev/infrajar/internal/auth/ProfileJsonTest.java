// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.net.identity.GameProfile;
import dev.infrajar.net.packet.login.ProfileProperty;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileJsonTest {
    private static final String ID = "069a79f444e94726a5befca90e38aaf5";

    @Test
    void readsAProfile() {
        assertThat(ProfileJson.read("""
                        {
                          "id": "069a79f444e94726a5befca90e38aaf5",
                          "name": "Notch",
                          "properties": [
                            { "name": "textures", "value": "e30=", "signature": "c2ln" },
                            { "name": "other", "value": "", "signature": null }
                          ],
                          "profileActions": []
                        }"""))
                .isEqualTo(new GameProfile(
                        UUID.fromString("069a79f4-44e9-4726-a5be-fca90e38aaf5"),
                        "Notch",
                        List.of(
                                new ProfileProperty("textures", "e30=", Optional.of("c2ln")),
                                new ProfileProperty("other", "", Optional.empty()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffffffffffffffffffffffffffff", "00000000000000000000000000000001"})
    void readsEveryId(String id) {
        assertThat(ProfileJson.read("{\"id\":\"" + id + "\",\"name\":\"a\"}")
                        .uuid()
                        .toString()
                        .replace("-", ""))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{}",
                "{\"id\":\"" + ID + "\"}",
                "{\"name\":\"Notch\"}",
                "{\"id\":\"069a79f4\",\"name\":\"Notch\"}",
                "{\"id\":5,\"name\":\"Notch\"}",
                "{\"id\":\"" + ID + "\",\"name\":\"\"}",
                "{\"id\":\"" + ID + "\",\"name\":\"a b\"}",
                "{\"id\":\"" + ID + "\",\"name\":\"seventeen_letters\"}",
                "{\"id\":\"" + ID + "\",\"name\":[\"Notch\"]}",
                "{\"id\":\"" + ID + "\",\"name\":\"Notch\",\"properties\":{}}",
                "{\"id\":\"" + ID + "\",\"name\":\"Notch\",\"properties\":[1]}",
                "{\"id\":\"" + ID + "\",\"name\":\"Notch\",\"properties\":[{\"name\":\"textures\"}]}",
                "{\"id\":\"" + ID
                        + "\",\"name\":\"Notch\",\"properties\":[{\"name\":\"a\",\"value\":\"b\",\"signature\":1}]}",
                "{\"id\":\"" + ID + "\",\"name\":\"Notch\",\"properties\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"
            })
    void refusesWhatIsNoProfile(String json) {
        assertThatThrownBy(() -> ProfileJson.read(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void survivesDeepNesting() {
        assertThatThrownBy(() -> ProfileJson.read("[".repeat(HttpSessionServer.MAX_BODY_BYTES)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
