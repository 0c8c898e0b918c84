// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.api.command.CommandArgument;
import dev.infrajar.api.command.CommandSource;
import dev.infrajar.api.player.Player;
import dev.infrajar.internal.commands.registry.Answers;
import dev.infrajar.internal.commands.registry.ArgumentList;
import java.util.List;

/** {@code find}: where somebody plays. */
record FindSub(Surroundings proxy) implements SubCommand {
    private static final ArgumentList ARGUMENTS = ArgumentList.of(List.of(CommandArgument.word("player")));

    @Override
    public String name() {
        return "find";
    }

    @Override
    public String summary() {
        return "where a player is";
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
        List<Player> found = new Online(proxy).named(values.getFirst());
        if (found.isEmpty()) {
            source.sendMessage(Answers.error("'" + values.getFirst() + "' is not online."));
        }
        found.forEach(player -> source.sendMessage(Answers.info(player.name()
                + player.server().map(server -> " is on " + server).orElse(" is being connected")
                + " (protocol " + player.protocol() + ").")));
    }

    @Override
    public List<String> complete(CommandSource source, List<String> values) {
        return new Online(proxy).names();
    }
}
