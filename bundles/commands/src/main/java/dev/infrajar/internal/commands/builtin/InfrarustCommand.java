// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.api.command.CommandArgument;
import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.registry.Answers;
import dev.infrajar.internal.commands.registry.ArgumentList;
import dev.infrajar.internal.commands.registry.CommandLine;
import dev.infrajar.internal.commands.registry.Permissions;
import dev.infrajar.internal.commands.registry.ProxyCommand;
import dev.infrajar.internal.commands.tree.GraftNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /infrarust}: the proxy's own command. Each sub-command needs {@code infrarust.command.NAME}. */
public final class InfrarustCommand implements ProxyCommand {
    /** The word that calls it. */
    public static final String NAME = "infrarust";

    /** A shorter one. */
    public static final String ALIAS = "ir";

    private final List<SubCommand> subs;

    /** The sub-commands that the proxy can serve. */
    public InfrarustCommand(Surroundings proxy, Broadcast players) {
        List<SubCommand> all = new ArrayList<>();
        all.add(new HelpSub(this::open));
        all.add(new VersionSub(proxy));
        all.add(new ListSub(proxy));
        all.add(new FindSub(proxy));
        all.add(new BroadcastSub(proxy, players));
        all.add(new KickSub(proxy));
        all.add(new ConsoleSub(proxy, "plugins", "the plugins", ArgumentList.NONE));
        all.add(new ConsoleSub(proxy, "plugin", "one plugin", ArgumentList.of(List.of(CommandArgument.word("id")))));
        all.add(new ConsoleSub(proxy, "reload", "reads the configuration again", ArgumentList.NONE));
        this.subs = List.copyOf(all);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of(ALIAS);
    }

    @Override
    public String bundle() {
        return NAME;
    }

    @Override
    public String description() {
        return "the proxy's own commands";
    }

    @Override
    public String permission() {
        return "";
    }

    /** There is something to call. */
    @Override
    public boolean isOpenTo(CommandSource source) {
        return open(source).findAny().isPresent();
    }

    private Stream<SubCommand> open(CommandSource source) {
        return subs.stream()
                .filter(SubCommand::isThere)
                .filter(sub -> source.hasPermission(Permissions.SUB_COMMAND + sub.name()));
    }

    @Override
    public GraftNode.Literal tree(String label, CommandSource source) {
        List<GraftNode> children = open(source)
                .<GraftNode>map(sub -> sub.arguments().tree(sub.name()))
                .toList();
        return new GraftNode.Literal(label, true, children);
    }

    @Override
    public void execute(CommandSource source, CommandLine line) {
        CommandLine inner = CommandLine.of(
                line.rest().isBlank() ? HelpSub.NAME : line.rest().strip());
        Optional<SubCommand> sub = subs.stream()
                .filter(candidate -> candidate.name().equals(inner.label()) && candidate.isThere())
                .findFirst();
        if (sub.isEmpty()) {
            source.sendMessage(Answers.error("There is no '" + inner.label() + "'. Try /" + line.label() + " help."));
        } else if (source.hasPermission(Permissions.SUB_COMMAND + inner.label())) {
            run(sub.get(), source, line.label(), inner.rest());
        } else {
            source.sendMessage(Answers.noPermission());
        }
    }

    private static void run(SubCommand sub, CommandSource source, String label, String rest) {
        switch (sub.arguments().parse(rest)) {
            case ArgumentList.Parsed.Right(List<String> values) -> sub.run(source, values);
            case ArgumentList.Parsed.Wrong(String reason) -> {
                String usage =
                        "/" + label + " " + sub.name() + " " + sub.arguments().usage();
                source.sendMessage(Answers.error(reason));
                source.sendMessage(Answers.detail("Usage: " + usage.strip()));
            }
        }
    }

    @Override
    public List<String> complete(CommandSource source, CommandLine line) {
        CommandLine inner = CommandLine.of(line.rest().stripLeading());
        return inner.hasRest()
                ? open(source)
                        .filter(sub -> sub.name().equals(inner.label()))
                        .findFirst()
                        .map(sub -> complete(sub, source, inner.rest()))
                        .orElse(List.of())
                : open(source).map(SubCommand::name).toList();
    }

    private static List<String> complete(SubCommand sub, CommandSource source, String rest) {
        return sub.arguments()
                .parseSoFar(rest)
                .map(values -> sub.complete(source, values))
                .orElse(List.of());
    }
}
