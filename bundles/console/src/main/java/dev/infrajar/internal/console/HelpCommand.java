// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;

/** {@code help}: what can be typed. */
final class HelpCommand implements ConsoleCommand {
    /** A longer usage stands on a line of its own. */
    private static final int WIDEST_USAGE = 24;

    private static final String GAP = "  ";

    private final CommandTable commands;

    HelpCommand(CommandTable commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public List<String> aliases() {
        return List.of("?");
    }

    @Override
    public String usage() {
        return "[NAME]";
    }

    @Override
    public String summary() {
        return "shows all commands, or one in detail";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (arguments.isEmpty()) {
            printAll(out);
        } else {
            print(arguments.getFirst(), out);
        }
    }

    private void printAll(ConsoleWriter out) {
        List<ConsoleCommand> all = commands.all();
        int column = all.stream()
                .mapToInt(command -> Interpreter.usage(command).length())
                .filter(length -> length <= WIDEST_USAGE)
                .max()
                .orElse(0);
        all.forEach(command -> print(command, column, out));
    }

    /** On one line where the usage leaves room, else below it; nothing is cut. */
    private static void print(ConsoleCommand command, int column, ConsoleWriter out) {
        String usage = Interpreter.usage(command);
        String indent = " ".repeat(column + GAP.length());
        if (usage.length() > column) {
            out.println(usage);
            usage = "";
        }
        String first = usage + " ".repeat(indent.length() - usage.length());
        for (String line : Wrapping.wrap(command.summary(), out.width() - indent.length())) {
            out.println(first + line);
            first = indent;
        }
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() == 1
                ? commands.all().stream().map(ConsoleCommand::name).toList()
                : List.of();
    }

    private void print(String name, ConsoleWriter out) {
        ConsoleCommand command = commands.find(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no command '" + name + "'."));
        out.println(Interpreter.usage(command));
        out.println("  " + command.summary());
        if (!command.aliases().isEmpty()) {
            out.println("  also: " + String.join(", ", command.aliases()));
        }
    }
}
