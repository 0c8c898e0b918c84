// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.internal.commands.registry.CommandSet;
import dev.infrajar.internal.commands.registry.PluginCommands;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code commands}: what players can call, and what they cannot. */
@Component(property = NeighboursComponent.OWN_NAME + "=" + NeighboursComponent.OWN_VALUE)
public final class CommandsCommand implements ConsoleCommand {
    private static final List<String> HEADER = List.of("COMMAND", "ALSO", "NEEDS", "BUNDLE");

    private final PluginCommands commands;

    /** Called by Declarative Services. */
    @Activate
    public CommandsCommand(@Reference CommandsComponent component) {
        this(component.plugins());
    }

    CommandsCommand(PluginCommands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "lists the commands of the game: the proxy's own and those of plugins";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        CommandSet set = commands.snapshot();
        out.table(HEADER, set.entries().stream().map(CommandsCommand::row).toList());
        set.clashes()
                .forEach(clash -> out.println("The word '" + clash.word() + "' is "
                        + clash.owner().bundle() + "'s, not " + clash.loser().bundle() + "'s."));
        commands.faults()
                .forEach(fault -> out.println("Not offered: '"
                        + fault.declared().name() + "' of " + fault.declared().bundle() + ": " + fault.reason()));
    }

    private static List<String> row(CommandSet.Entry entry) {
        return List.of(
                "/" + entry.label(),
                String.join(" ", entry.aliases()),
                entry.command().permission(),
                entry.command().bundle());
    }
}
