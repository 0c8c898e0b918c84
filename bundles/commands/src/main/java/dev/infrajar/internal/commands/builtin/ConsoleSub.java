// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.registry.Answers;
import dev.infrajar.internal.commands.registry.ArgumentList;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * A command of the console, whose answer is shown in the chat.
 *
 * @param name of both
 */
record ConsoleSub(Surroundings proxy, String name, String summary, ArgumentList arguments) implements SubCommand {
    /** Characters: about what a chat shows in a line. */
    private static final int WIDTH = 64;

    @Override
    public boolean isThere() {
        return proxy.console(name).isPresent();
    }

    @Override
    public void run(CommandSource source, List<String> values) {
        proxy.console(name).ifPresent(command -> {
            StringWriter answer = new StringWriter();
            try {
                command.run(values, new ConsoleWriter(answer, WIDTH));
            } catch (IllegalArgumentException e) {
                source.sendMessage(Answers.error(String.valueOf(e.getMessage())));
            }
            answer.toString().lines().forEach(line -> source.sendMessage(Answers.detail(line)));
        });
    }

    @Override
    public List<String> complete(CommandSource source, List<String> values) {
        return proxy.console(name)
                .map((ConsoleCommand command) -> command.complete(values))
                .orElse(List.of());
    }
}
