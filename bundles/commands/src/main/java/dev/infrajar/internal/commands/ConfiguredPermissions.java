// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.api.permission.PermissionAnswer;
import dev.infrajar.api.player.Player;
import dev.infrajar.internal.commands.registry.Permissions;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What a plugin says about a player, else what the console and the configuration say. */
final class ConfiguredPermissions implements Permissions {
    private final Supplier<PermissionsConfig> config;
    private final Operators operators;
    private final Supplier<Optional<BiFunction<Player, String, PermissionAnswer>>> provider;

    /**
     * Permissions.
     *
     * @param provider asks a plugin, if there is one; may block
     */
    ConfiguredPermissions(
            Supplier<PermissionsConfig> config,
            Operators operators,
            Supplier<Optional<BiFunction<Player, String, PermissionAnswer>>> provider) {
        this.config = config;
        this.operators = operators;
        this.provider = provider;
    }

    @Override
    public boolean isImmediate() {
        return provider.get().isEmpty();
    }

    @Override
    public boolean has(Player player, String permission) {
        PermissionAnswer answer =
                provider.get().map(plugin -> plugin.apply(player, permission)).orElse(PermissionAnswer.UNDECIDED);
        return switch (answer) {
            case ALLOW -> true;
            case DENY -> false;
            case UNDECIDED -> isAdmin(player) || isOpen(permission);
        };
    }

    private boolean isAdmin(Player player) {
        return operators.contains(player)
                || Operators.verified(player)
                        .map(uuid -> config.get().adminUuids().contains(uuid)
                                || config.get()
                                        .adminNames()
                                        .contains(player.name().toLowerCase(Locale.ROOT)))
                        .orElse(false);
    }

    private boolean isOpen(String permission) {
        return permission.startsWith(SUB_COMMAND)
                && config.get().playerCommands().contains(permission.substring(SUB_COMMAND.length()));
    }
}
