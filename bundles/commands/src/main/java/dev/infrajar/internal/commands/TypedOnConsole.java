// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.internal.commands.registry.CommandLine;
import dev.infrajar.internal.commands.registry.CommandSet;
import dev.infrajar.internal.commands.registry.Dispatcher;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.io.StringWriter;
import java.util.List;

/** A command of the game, typed on the console. */
record TypedOnConsole(CommandSet.Entry entry, Dispatcher dispatcher) implements ConsoleCommand {
    @Override
    public String name() {
        return entry.label();
    }

    @Override
    public List<String> aliases() {
        return entry.aliases();
    }

    @Override
    public String usage() {
        return "[ARGUMENTS]";
    }

    @Override
    public String summary() {
        String description = entry.command().description();
        return (description.isEmpty() ? "a command" : description) + " ("
                + entry.command().bundle() + ")";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        try (ConsoleSource source = new ConsoleSource(out)) {
            dispatcher.run(source, line(arguments));
        }
    }

    @Override
    public List<String> complete(List<String> arguments) {
        try (ConsoleSource nobody = new ConsoleSource(new ConsoleWriter(new StringWriter(), ConsoleWriter.UNLIMITED))) {
            return dispatcher.complete(nobody, line(arguments));
        }
    }

    private CommandLine line(List<String> arguments) {
        return new CommandLine(entry.label(), String.join(" ", arguments), true);
    }
}
