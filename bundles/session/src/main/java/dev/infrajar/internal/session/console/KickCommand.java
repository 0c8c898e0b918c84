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

/** The console's {@code kick}: ends all sessions of a name. */
@Component
public final class KickCommand implements ConsoleCommand {
    private final SessionTable table;

    /** Called by Declarative Services. */
    @Activate
    public KickCommand(@Reference SessionTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return "kick";
    }

    @Override
    public String usage() {
        return "NAME [REASON]";
    }

    @Override
    public String summary() {
        return "ends the sessions of a player";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() > 1 ? List.of() : Candidates.names(table);
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("kick whom?");
        }
        List<PlayerSession> found = Candidates.named(table, arguments.getFirst(), out);
        if (!found.isEmpty()) {
            Kick.all(found, arguments.subList(1, arguments.size()), out);
        }
    }
}
