// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;

/** {@code help}: what can be typed. */
final class HelpCommand implements ConsoleCommand {
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
        int width = all.stream()
                .mapToInt(command -> Interpreter.usage(command).length())
                .max()
                .orElse(0);
        for (ConsoleCommand command : all) {
            String usage = Interpreter.usage(command);
            out.println(usage + " ".repeat(width - usage.length()) + "  " + command.summary());
        }
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
