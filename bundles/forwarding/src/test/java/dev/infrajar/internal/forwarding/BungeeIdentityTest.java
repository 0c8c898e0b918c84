// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import dev.infrajar.net.identity.ForwardedPlayer;
import dev.infrajar.net.identity.GameProfile;
import dev.infrajar.net.wire.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BungeeIdentityTest {
    private static final String ID = "069a79f444e94726a5befca90e38aaf5";

    private static List<String> parts(Optional<Secret> token, String suffix) {
        String field = new BungeeIdentity(Samples.player(774), token).host("a.example", suffix);
        return List.of(field.split("\0", -1));
    }

    private static JsonArray properties(Optional<Secret> token, String suffix) {
        List<String> parts = parts(token, suffix);
        assertThat(parts).hasSize(4);
        return JsonParser.parseString(parts.get(3)).getAsJsonArray();
    }

    @Test
    void tellsHostAddressUuidAndProperties() {
        assertThat(parts(Optional.empty(), "").subList(0, 3)).containsExactly("a.example", "203.0.113.7", ID);
        assertThat(properties(Optional.empty(), "")).isEqualTo(JsonParser.parseString("""
                        [
                          { "name": "textures", "value": "e30=\\"\\\\<>&", "signature": "c2ln" },
                          { "name": "other", "value": "" }
                        ]"""));
    }

    @Test
    void tellsAnEmptyListOfPlayersWithoutProperties() {
        ForwardedPlayer player =
                new ForwardedPlayer(GameProfile.offline("Notch"), Samples.address("::1"), 47, Optional.empty());
        assertThat(new BungeeIdentity(player, Optional.empty()).host("h", ""))
                .isEqualTo("h\0" + "0:0:0:0:0:0:0:1\0" + "b50ad385829d3141a2167e7d7539ba7f\0[]");
    }

    @Test
    void provesTheProxyWithTheToken() {
        JsonArray properties = properties(Optional.of(new Secret("t\"k")), "");
        assertThat(properties).hasSize(3);
        assertThat(properties.get(2))
                .isEqualTo(JsonParser.parseString(
                        "{\"name\":\"bungeeguard-token\",\"value\":\"t\\\"k\",\"signature\":\"\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0FML\0", "\0FML2\0", "\0FORGE12"})
    void carriesTheMarksOfForge(String suffix) {
        JsonArray properties = properties(Optional.empty(), suffix);
        assertThat(properties).hasSize(4);
        assertThat(properties.get(2))
                .isEqualTo(JsonParser.parseString("{\"name\":\"forgeClient\",\"value\":\"true\"}"));
        assertThat(properties.get(3).getAsJsonObject().get("name").getAsString())
                .isEqualTo("extraData");
        assertThat(properties.get(3).getAsJsonObject().get("value").getAsString())
                .isEqualTo(suffix.replace('\0', '\1'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0" + "10.0.0.1\0" + "00000000000000000000000000000001\0[]",
                "\0FML\0" + "10.0.0.1\0" + "00000000000000000000000000000001",
                "\0x"
            })
    void dropsAnIdentityThatCameWithTheClient(String suffix) {
        assertThat(parts(Optional.empty(), suffix)).isEqualTo(parts(Optional.empty(), ""));
    }

    @Test
    void answersNoQuestions() {
        assertThat(new BungeeIdentity(Samples.player(774), Optional.empty())
                        .answer("velocity:player_info", Bytes.of((byte) 4)))
                .isEmpty();
    }
}
