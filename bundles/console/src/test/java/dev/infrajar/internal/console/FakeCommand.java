// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;

/** A command that prints its arguments, or fails. */
record FakeCommand(String name, List<String> aliases, Runnable failure) implements ConsoleCommand {
    static FakeCommand named(String name, String... aliases) {
        return new FakeCommand(name, List.of(aliases), () -> {});
    }

    static FakeCommand failing(String name, RuntimeException failure) {
        return new FakeCommand(name, List.of(), () -> {
            throw failure;
        });
    }

    @Override
    public String usage() {
        return "WORD...";
    }

    @Override
    public String summary() {
        return "prints";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        failure.run();
        out.println(name + arguments);
    }
}
