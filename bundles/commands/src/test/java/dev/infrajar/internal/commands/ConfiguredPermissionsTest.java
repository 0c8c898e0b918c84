// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.permission.PermissionAnswer;
import dev.infrajar.api.player.Player;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ConfiguredPermissionsTest {
    private static final UUID NOTCH = UUID.fromString("069a79f4-44e9-4726-a5be-fca90e38aaf5");
    private static final UUID OTHER = new UUID(1, 2);
    private static final String KICK = "infrarust.command.kick";
    private static final String LIST = "infrarust.command.list";

    private final Operators operators = new Operators();
    private Optional<BiFunction<Player, String, PermissionAnswer>> plugin = Optional.empty();

    private final ConfiguredPermissions permissions = new ConfiguredPermissions(
            () -> new PermissionsConfig(List.of(NOTCH.toString(), "Jeb_"), List.of("list")), operators, () -> plugin);

    private static Player authenticated(String name, UUID uuid) {
        return new FakePlayer(5, name, Optional.of(uuid), 765, "lobby");
    }

    @Test
    void letsEverybodyCallWhatIsOpen() {
        Player steve = FakePlayer.named("Steve");

        assertThat(permissions.has(steve, LIST)).isTrue();
        assertThat(permissions.has(steve, KICK)).isFalse();
        assertThat(permissions.has(steve, "list")).isFalse();
    }

    @Test
    void letsAuthenticatedAdministratorsDoAll() {
        assertThat(permissions.has(authenticated("Renamed", NOTCH), KICK)).isTrue();
        assertThat(permissions.has(authenticated("jeb_", OTHER), "example.anything"))
                .isTrue();
        assertThat(permissions.has(authenticated("Steve", OTHER), KICK)).isFalse();
    }

    @Test
    void doesNotBelieveNamesThatNobodyHasAuthenticated() {
        assertThat(permissions.has(FakePlayer.named("Jeb_"), KICK)).isFalse();
    }

    @Test
    void doesNotBelieveUuidsThatNobodyHasAuthenticated() {
        operators.add(FakePlayer.named("Steve").uuid().orElseThrow());

        assertThat(permissions.has(FakePlayer.named("Steve"), KICK)).isFalse();
    }

    @Test
    void asksThePluginFirst() {
        Player admin = authenticated("Notch", NOTCH);
        plugin = Optional.of((player, permission) -> switch (permission) {
            case KICK -> PermissionAnswer.DENY;
            case "example.fly" -> PermissionAnswer.ALLOW;
            default -> PermissionAnswer.UNDECIDED;
        });

        assertThat(permissions.isImmediate()).isFalse();
        assertThat(permissions.has(admin, KICK)).isFalse();
        assertThat(permissions.has(FakePlayer.named("Steve"), "example.fly")).isTrue();
        assertThat(permissions.has(admin, "example.other")).isTrue();
    }

    @Test
    void answersAtOnceWithoutAPlugin() {
        assertThat(permissions.isImmediate()).isTrue();
    }

    @Test
    void knowsOperatorsOfTheConsoleByTheirSession() {
        Player steve = FakePlayer.named("Steve");
        operators.add(steve);

        assertThat(permissions.has(steve, KICK)).isTrue();
        assertThat(permissions.has(new FakePlayer(2, "Steve", Optional.empty(), 765, "lobby"), KICK))
                .isFalse();
    }

    @Test
    void knowsAuthenticatedOperatorsInLaterSessions() {
        operators.add(authenticated("Alex", OTHER));

        assertThat(permissions.has(new FakePlayer(9, "Alex", Optional.of(OTHER), 765, "lobby"), KICK))
                .isTrue();
    }
}
