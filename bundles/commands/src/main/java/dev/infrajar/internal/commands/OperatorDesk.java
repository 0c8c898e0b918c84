// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What {@code op}, {@code deop} and {@code ops} do.
 *
 * @param operators those whom the console has named
 * @param configured those whom the configuration names
 * @param online the players of this moment
 */
record OperatorDesk(Operators operators, Supplier<PermissionsConfig> configured, Supplier<List<Player>> online) {
    void op(List<String> arguments, ConsoleWriter out) {
        String who = only(arguments);
        Optional<UUID> uuid = PermissionsConfig.uuid(who);
        List<Player> players = named(who);
        if (uuid.isPresent()) {
            operators.add(uuid.get());
            out.println(who + " is an operator until the proxy ends.");
        } else if (players.isEmpty()) {
            throw new IllegalArgumentException(who + " is not online: name somebody who is, or give a UUID");
        }
        players.forEach(player -> {
            operators.add(player);
            out.println(player.name() + " is an operator until "
                    + Operators.verified(player)
                            .map(known -> "the proxy ends (" + known + ").")
                            .orElse("the session ends: the proxy has not authenticated the player."));
        });
    }

    void deop(List<String> arguments, ConsoleWriter out) {
        String who = only(arguments);
        boolean wasOne = PermissionsConfig.uuid(who).map(operators::remove).orElse(false);
        for (Player player : named(who)) {
            wasOne |= operators.remove(player);
        }
        out.println(wasOne ? who + " is no operator any more." : who + " was no operator of the console's.");
    }

    void ops(ConsoleWriter out) {
        configured.get().admins().forEach(admin -> out.println(admin + " (infrarust.toml)"));
        List<String> lines = operators.lines(online.get());
        lines.forEach(out::println);
        if (lines.isEmpty() && configured.get().admins().isEmpty()) {
            out.println("There are no operators.");
        }
    }

    List<String> names() {
        return online.get().stream().map(Player::name).distinct().toList();
    }

    private List<Player> named(String name) {
        return online.get().stream()
                .filter(player -> player.name().equalsIgnoreCase(name))
                .toList();
    }

    private static String only(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("one name or UUID");
        }
        return arguments.getFirst();
    }
}
