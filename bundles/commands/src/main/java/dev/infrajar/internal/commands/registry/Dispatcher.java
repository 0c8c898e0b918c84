// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.tree.GraftNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what a line calls, and runs it if the source may. */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** As many words fit on any screen. */
    private static final int MAX_COMPLETIONS = 256;

    private final Supplier<CommandSet> commands;

    /**
     * A dispatcher.
     *
     * @param commands the snapshot of the moment
     */
    public Dispatcher(Supplier<CommandSet> commands) {
        this.commands = commands;
    }

    /** Whether the proxy answers to a word. Callable on event loops. */
    public boolean knows(String label) {
        return commands.get().find(label).isPresent();
    }

    /** The commands of the moment. */
    public CommandSet commands() {
        return commands.get();
    }

    /** Runs a line; blocks. Whatever comes of it is told to the source. */
    public void run(CommandSource source, CommandLine line) {
        Optional<ProxyCommand> command = commands.get().find(line.label()).filter(ProxyCommand::isReady);
        if (command.isEmpty()) { // it has just come, or just gone
            source.sendMessage(Answers.error("The command '" + line.label() + "' is not ready."));
        } else if (command.get().isOpenTo(source)) {
            execute(command.get(), source, line);
        } else {
            source.sendMessage(Answers.noPermission());
        }
    }

    private static void execute(ProxyCommand command, CommandSource source, CommandLine line) {
        try {
            command.execute(source, line);
        } catch (RuntimeException | LinkageError e) { // LinkageError: a bundle was uninstalled a moment ago
            LOG.error("The command {} failed", line.label(), e);
            source.sendMessage(Answers.error("The command '" + line.label() + "' has failed."));
        }
    }

    /** What the last word of a line could be; blocks. Whole words that begin as it does, in order. */
    public List<String> complete(CommandSource source, CommandLine line) {
        String typed = line.wordsSoFar().getLast().toLowerCase(Locale.ROOT);
        return commands
                .get()
                .find(line.label())
                .filter(command -> command.isReady() && command.isOpenTo(source))
                .map(command -> completeBy(command, source, line))
                .stream()
                .flatMap(List::stream)
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(typed))
                .distinct()
                .sorted()
                .limit(MAX_COMPLETIONS)
                .toList();
    }

    private static List<String> completeBy(ProxyCommand command, CommandSource source, CommandLine line) {
        try {
            return command.complete(source, line);
        } catch (RuntimeException | LinkageError e) { // LinkageError: a bundle was uninstalled a moment ago
            LOG.error("The command {} cannot complete its arguments", line.label(), e);
            return List.of();
        }
    }

    /** The words that a source may call; blocks if permissions do. */
    public List<String> words(CommandSource source) {
        return open(source)
                .flatMap(entry -> Stream.concat(Stream.of(entry.label()), entry.aliases().stream()))
                .toList();
    }

    /** What a source may call, as nodes of a command tree; blocks if permissions do. */
    public List<GraftNode> tree(CommandSource source) {
        return open(source).flatMap(entry -> nodes(entry, source)).toList();
    }

    private static Stream<GraftNode> nodes(CommandSet.Entry entry, CommandSource source) {
        Stream<GraftNode> aliases = entry.aliases().stream().map(alias -> new GraftNode.Alias(alias, entry.label()));
        return Stream.concat(Stream.of(entry.command().tree(entry.label(), source)), aliases);
    }

    private Stream<CommandSet.Entry> open(CommandSource source) {
        return commands.get().entries().stream()
                .filter(entry -> entry.command().isReady())
                .filter(entry -> entry.command().isOpenTo(source));
    }
}
