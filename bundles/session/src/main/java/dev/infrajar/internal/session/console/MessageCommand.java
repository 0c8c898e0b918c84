// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code msg}: tells one player something. */
@Component
public final class MessageCommand implements ConsoleCommand {
    private final SessionTable table;

    /** Called by Declarative Services. */
    @Activate
    public MessageCommand(@Reference SessionTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return "msg";
    }

    @Override
    public List<String> aliases() {
        return List.of("tell", "whisper");
    }

    @Override
    public String usage() {
        return "NAME TEXT";
    }

    @Override
    public String summary() {
        return "tells a player something";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() > 1 ? List.of() : Candidates.names(table);
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (arguments.size() < 2) {
            throw new IllegalArgumentException("a name and a text");
        }
        List<PlayerSession> found = Candidates.named(table, arguments.getFirst(), out);
        if (!found.isEmpty()) {
            Message.toAll(found, arguments.subList(1, arguments.size()), out);
        }
    }
}
