// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.api.command.CommandArgument;
import dev.infrajar.api.command.CommandSource;
import dev.infrajar.api.player.Player;
import dev.infrajar.internal.commands.registry.Answers;
import dev.infrajar.internal.commands.registry.ArgumentList;
import java.util.List;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;

/** {@code kick}: ends all sessions of a name. */
record KickSub(Surroundings proxy) implements SubCommand {
    private static final ArgumentList ARGUMENTS = ArgumentList.of(List.of(
            CommandArgument.word("player"), CommandArgument.text("reason").optional()));

    private static final String REASON = "Kicked by proxy";

    @Override
    public String name() {
        return "kick";
    }

    @Override
    public String summary() {
        return "ends a player's session";
    }

    @Override
    public ArgumentList arguments() {
        return ARGUMENTS;
    }

    @Override
    public boolean isThere() {
        return proxy.sessions().isPresent();
    }

    @Override
    public void run(CommandSource source, List<String> values) {
        String name = values.getFirst();
        String reason = values.size() > 1 ? values.get(1) : REASON;
        long kicked = new Online(proxy)
                .named(name).stream()
                        .filter(player -> kick(player, reason, source.name()))
                        .count();
        source.sendMessage(
                kicked == 0
                        ? Answers.error("'" + name + "' is not online.")
                        : Answers.success("Kicked " + name + ": " + reason));
    }

    private boolean kick(Player player, String reason, String by) {
        return proxy.sessions()
                .map(sessions -> sessions.disconnect(
                        player.sessionId(),
                        LegacyComponentSerializer.legacyAmpersand().deserialize(reason),
                        "kicked by " + by))
                .orElse(false);
    }

    @Override
    public List<String> complete(CommandSource source, List<String> values) {
        return values.size() == 1 ? new Online(proxy).names() : List.of();
    }
}
