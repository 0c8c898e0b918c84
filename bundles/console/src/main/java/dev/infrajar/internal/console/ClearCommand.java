// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import java.util.function.Supplier;

/** {@code clear}: makes the screen empty. */
final class ClearCommand implements ConsoleCommand {
    private final Supplier<Screen> screen;

    ClearCommand(Supplier<Screen> screen) {
        this.screen = screen;
    }

    @Override
    public String name() {
        return "clear";
    }

    @Override
    public List<String> aliases() {
        return List.of("cls");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "clears the screen, where there is one";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        screen.get().clear();
    }
}
