// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GameProfileTest {
    private static final UUID NOTCH = UUID.fromString("b50ad385-829d-3141-a216-7e7d7539ba7f");

    @Test
    void givesOfflinePlayersTheUuidOfVanillaServers() {
        assertThat(GameProfile.offline("Notch")).isEqualTo(new GameProfile(NOTCH, "Notch", List.of()));
    }

    @Test
    void takesUpperAndLowerCaseForDifferentPlayers() {
        assertThat(GameProfile.offlineUuid("notch")).isNotEqualTo(NOTCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seventeen_letters"})
    void refusesNamesThatNoLoginPacketHolds(String name) {
        assertThatThrownBy(() -> GameProfile.offline(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
