// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import dev.infrajar.api.command.Command;
import dev.infrajar.api.command.CommandArgument;
import dev.infrajar.api.command.CommandCall;
import dev.infrajar.api.command.CommandLimits;
import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.tree.GraftNode;
import dev.infrajar.net.core.PluginCalls;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command of a plugin; runs on the plugin's threads. It has its words from the beginning, and is ready when the plugin has told
 * the arguments.
 */
final class PluginCommand implements ProxyCommand {
    private final Declared declared;
    private final PluginCalls.Target<Command> target;
    private volatile @Nullable ArgumentList arguments;

    PluginCommand(Declared declared, PluginCalls.Target<Command> target) {
        this.declared = declared;
        this.target = target;
    }

    /**
     * Asks the plugin for the arguments. Blocks.
     *
     * @return why the command cannot be offered; empty when it is ready
     */
    Optional<String> prepare() {
        // Copied on the plugin's thread: a plugin's list may do anything, or hold null.
        Optional<List<CommandArgument>> declaration =
                target.ask(CommandLimits.ARGUMENTS, plugin -> List.copyOf(plugin.arguments()));
        if (declaration.isEmpty()) {
            return Optional.of("it does not tell its arguments");
        }
        try {
            arguments = ArgumentList.of(declaration.get());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    Declared declared() {
        return declared;
    }

    /** Ends the calls. */
    void close() {
        target.close();
    }

    @Override
    public boolean isReady() {
        return arguments != null;
    }

    private ArgumentList arguments() {
        ArgumentList known = arguments;
        return known == null ? ArgumentList.NONE : known;
    }

    @Override
    public String name() {
        return declared.name();
    }

    @Override
    public List<String> aliases() {
        return declared.aliases();
    }

    @Override
    public String bundle() {
        return declared.bundle();
    }

    @Override
    public String description() {
        return declared.description();
    }

    @Override
    public String permission() {
        return declared.permission();
    }

    @Override
    public GraftNode.Literal tree(String label, CommandSource source) {
        return arguments().tree(label);
    }

    @Override
    public void execute(CommandSource source, CommandLine line) {
        switch (arguments().parse(line.rest())) {
            case ArgumentList.Parsed.Wrong(String reason) -> {
                source.sendMessage(Answers.error(reason));
                source.sendMessage(Answers.detail(
                        "Usage: " + (line.label() + " " + arguments().usage()).strip()));
            }
            case ArgumentList.Parsed.Right(List<String> values) -> {
                if (!run(new CommandCall(source, line.label(), values))) {
                    source.sendMessage(Answers.error("The command '" + line.label() + "' has failed."));
                }
            }
        }
    }

    /** Whether the plugin has done it in time. */
    private boolean run(CommandCall call) {
        return target.ask(CommandLimits.EXECUTE, plugin -> {
                    plugin.execute(call);
                    return true;
                })
                .orElse(false);
    }

    @Override
    public List<String> complete(CommandSource source, CommandLine line) {
        return arguments()
                .parseSoFar(line.rest())
                .flatMap(values -> {
                    CommandCall call = new CommandCall(source, line.label(), values);
                    // Copied on the plugin's thread: a plugin's list may do anything, or hold null.
                    return target.ask(CommandLimits.COMPLETE, plugin -> List.copyOf(plugin.complete(call)));
                })
                .orElse(List.of());
    }
}
