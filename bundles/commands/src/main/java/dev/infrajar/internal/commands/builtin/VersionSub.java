// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.registry.Answers;
import java.util.List;

/** {@code version}. */
record VersionSub(Surroundings proxy) implements SubCommand {
    @Override
    public String name() {
        return "version";
    }

    @Override
    public String summary() {
        return "the proxy's version";
    }

    @Override
    public void run(CommandSource source, List<String> values) {
        source.sendMessage(Answers.info("Infrajar " + proxy.version()));
    }
}
