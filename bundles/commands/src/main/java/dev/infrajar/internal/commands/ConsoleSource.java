// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.api.player.Player;
import java.io.PrintWriter;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.plain.PlainTextComponentSerializer;

/** The operator, while one command runs. */
final class ConsoleSource implements CommandSource, AutoCloseable {
    private final PrintWriter out;
    private boolean isClosed;

    ConsoleSource(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Optional<Player> player() {
        return Optional.empty();
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public synchronized void sendMessage(Component text) {
        if (!isClosed) {
            out.println(PlainTextComponentSerializer.plainText().serialize(text));
        }
    }

    @Override
    public boolean hasPermission(String permission) {
        return true;
    }

    /** The writer is somebody else's from now on. */
    @Override
    public synchronized void close() {
        isClosed = true;
    }
}
