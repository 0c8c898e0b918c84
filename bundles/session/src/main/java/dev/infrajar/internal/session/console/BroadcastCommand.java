// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code broadcast}: tells everybody something. */
@Component
public final class BroadcastCommand implements ConsoleCommand {
    private final SessionTable table;

    /** Called by Declarative Services. */
    @Activate
    public BroadcastCommand(@Reference SessionTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return "broadcast";
    }

    @Override
    public List<String> aliases() {
        return List.of("bc", "say");
    }

    @Override
    public String usage() {
        return "TEXT";
    }

    @Override
    public String summary() {
        return "tells all players something";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a text");
        }
        Message.toAll(table.find(session -> true), arguments, out);
    }
}
