// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The {@code [permissions]} table. All of it changes live.
 *
 * @param admins UUIDs and names
 * @param playerCommands sub-commands that everybody may call
 */
@ConfigSection(id = PermissionsConfig.ID, table = "permissions")
record PermissionsConfig(
        @Key(
                doc =
                        "Who may call every command: UUIDs, or names in any case of their letters. They count for players whom the"
                                + " proxy has authenticated (`client_only`). A name can be given up and taken by somebody else: a UUID"
                                + " cannot.",
                byDefault = "[]")
        List<String> admins,

        @Key(
                doc =
                        "The sub-commands of `/infrarust` that everybody may call: `help`, `version`, `list`, `find`, `server`.",
                byDefault = "[]")
        List<String> playerCommands) {
    static final String ID = "permissions";

    /** Those that change nothing for others. */
    private static final Set<String> OPENABLE = new TreeSet<>(Set.of("help", "version", "list", "find", "server"));

    /** A player's name, or a UUID with or without its dashes. */
    private static final Pattern ADMIN = Pattern.compile("\\w{1,16}|[0-9a-fA-F]{32}|[0-9a-fA-F-]{36}");

    private static final Pattern PLAIN_UUID = Pattern.compile("(\\w{8})(\\w{4})(\\w{4})(\\w{4})(\\w{12})");

    private static final int LONGEST_NAME = 16;

    /** Checks the words. */
    PermissionsConfig {
        admins = List.copyOf(admins);
        playerCommands = List.copyOf(playerCommands);
        for (String admin : admins) {
            if (!ADMIN.matcher(admin).matches()
                    || (admin.length() > LONGEST_NAME && uuid(admin).isEmpty())) {
                throw new IllegalArgumentException("admins = " + admin + ", must be a UUID or a player's name");
            }
        }
        for (String command : playerCommands) {
            if (!OPENABLE.contains(command)) {
                throw new IllegalArgumentException(
                        "player_commands = " + command + ", must be one of " + String.join(", ", OPENABLE));
            }
        }
    }

    /** The UUIDs among the administrators. */
    Set<UUID> adminUuids() {
        return admins.stream()
                .map(PermissionsConfig::uuid)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** The names among the administrators, in lower case. */
    Set<String> adminNames() {
        return admins.stream()
                .filter(admin -> admin.length() <= LONGEST_NAME)
                .map(admin -> admin.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Reads a UUID with or without its dashes. */
    static Optional<UUID> uuid(String text) {
        try {
            return text.length() <= LONGEST_NAME
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(PLAIN_UUID.matcher(text).replaceFirst("$1-$2-$3-$4-$5")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
