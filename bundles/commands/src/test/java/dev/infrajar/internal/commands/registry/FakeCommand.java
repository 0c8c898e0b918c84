// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.tree.GraftNode;
import java.util.List;
import net.kyori.adventure.text.Component;

/** Repeats what it was called with. */
public final class FakeCommand implements ProxyCommand {
    private final String bundle;
    private final String name;
    private final List<String> aliases;
    private final String permission;

    public FakeCommand(String bundle, String name, String permission, String... aliases) {
        this.bundle = bundle;
        this.name = name;
        this.permission = permission;
        this.aliases = List.of(aliases);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String bundle() {
        return bundle;
    }

    @Override
    public String description() {
        return "";
    }

    @Override
    public String permission() {
        return permission;
    }

    @Override
    public GraftNode.Literal tree(String label, CommandSource source) {
        return new GraftNode.Literal(label, true, List.of());
    }

    @Override
    public void execute(CommandSource source, CommandLine line) {
        if (line.rest().equals("fail")) {
            throw new IllegalStateException("as it was told to");
        }
        source.sendMessage(Component.text(line.label() + " of " + bundle + " (" + line.rest() + ")"));
    }

    @Override
    public List<String> complete(CommandSource source, CommandLine line) {
        return List.of("Beta", "alpha", "alpine", "alpha");
    }
}
