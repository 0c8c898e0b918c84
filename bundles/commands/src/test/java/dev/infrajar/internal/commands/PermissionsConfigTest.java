// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermissionsConfigTest {
    private static final String UUID_TEXT = "b50ad385-829d-3141-a216-7e7d7539ba7f";

    @Test
    void readsUuidsAndNames() {
        PermissionsConfig config =
                new PermissionsConfig(List.of("Notch", UUID_TEXT, UUID_TEXT.replace("-", "")), List.of());

        assertThat(config.adminNames()).containsExactly("notch");
        assertThat(config.adminUuids()).containsExactly(UUID.fromString(UUID_TEXT));
    }

    @Test
    void refusesWhatIsNeitherUuidNorName() {
        for (String admin : List.of("", "two words", "a_name_of_17_char", "b50ad385-829d-3141-a216-7e7d7539ba7-")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PermissionsConfig(List.of(admin), List.of()))
                    .withMessage("admins = " + admin + ", must be a UUID or a player's name");
        }
    }

    @Test
    void refusesToOpenWhatIsForAdministrators() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PermissionsConfig(List.of(), List.of("list", "kick")))
                .withMessage("player_commands = kick, must be one of find, help, list, server, version");
    }
}
