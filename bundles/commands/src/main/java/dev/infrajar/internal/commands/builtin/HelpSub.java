// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.api.command.CommandArgument;
import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.registry.Answers;
import dev.infrajar.internal.commands.registry.ArgumentList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code help}: what a source may call.
 *
 * @param open gives the sub-commands that a source may call
 */
record HelpSub(Function<CommandSource, Stream<SubCommand>> open) implements SubCommand {
    static final String NAME = "help";

    private static final ArgumentList ARGUMENTS =
            ArgumentList.of(List.of(CommandArgument.word("command").optional()));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "what can be typed";
    }

    @Override
    public ArgumentList arguments() {
        return ARGUMENTS;
    }

    @Override
    public void run(CommandSource source, List<String> values) {
        List<SubCommand> shown = open.apply(source)
                .filter(sub -> values.isEmpty() || sub.name().equals(values.getFirst()))
                .toList();
        if (shown.isEmpty()) {
            source.sendMessage(Answers.error("There is no '" + values.getFirst() + "'."));
            return;
        }
        source.sendMessage(Answers.info("/" + InfrarustCommand.NAME + ", or /" + InfrarustCommand.ALIAS));
        shown.forEach(sub -> source.sendMessage(Answers.detail(line(sub))));
    }

    private static String line(SubCommand sub) {
        return (sub.name() + " " + sub.arguments().usage()).strip() + ": " + sub.summary();
    }

    @Override
    public List<String> complete(CommandSource source, List<String> values) {
        return open.apply(source).map(SubCommand::name).toList();
    }
}
