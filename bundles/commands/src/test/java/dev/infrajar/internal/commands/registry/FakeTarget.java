// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import dev.infrajar.api.command.Command;
import dev.infrajar.net.core.PluginCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls a command where it is called from. */
final class FakeTarget implements PluginCalls.Target<Command> {
    private final Command command;
    private boolean isClosed;

    FakeTarget(Command command) {
        this.command = command;
    }

    boolean isClosed() {
        return isClosed;
    }

    @Override
    public <R> Optional<R> ask(Duration limit, Function<Command, R> question) {
        try {
            @Nullable R answer = question.apply(command);
            return Optional.ofNullable(answer);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
