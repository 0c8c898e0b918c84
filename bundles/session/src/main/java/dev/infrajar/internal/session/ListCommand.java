// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.SessionInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code list}: all sessions, or those of one server. */
@Component
public final class ListCommand implements ConsoleCommand {
    private final SessionTable table;
    private final Clock clock;

    /** Called by Declarative Services. */
    @Activate
    public ListCommand(@Reference SessionTable table) {
        this(table, Clock.systemUTC());
    }

    ListCommand(SessionTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public List<String> aliases() {
        return List.of("players", "who", "online", "ls");
    }

    @Override
    public String usage() {
        return "[SERVER]";
    }

    @Override
    public String summary() {
        return "shows the sessions being relayed";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (arguments.size() > 1) {
            throw new IllegalArgumentException("one server at most");
        }
        List<SessionInfo> sessions = table.infos().stream()
                .filter(info ->
                        arguments.isEmpty() || info.player().server().orElse("").equals(arguments.getFirst()))
                .toList();
        out.printf(
                "%-17s %-20s %-16s %-8s %10s %12s %12s  %s%n",
                "NAME", "SERVER", "HOST", "BY", "FOR", "FROM CLIENT", "TO CLIENT", "ADDRESS");
        sessions.forEach(info -> line(info, out));
        out.printf("%d sessions%n", sessions.size());
    }

    private void line(SessionInfo info, ConsoleWriter out) {
        out.printf(
                "%-17s %-20s %-16s %-8s %9ds %12d %12d  %s%n",
                LogText.of(info.player().name()),
                info.player().server().orElse("-"),
                LogText.of(info.player().virtualHost()),
                info.forwarder(),
                Duration.between(info.player().connectedAt(), clock.instant()).toSeconds(),
                info.serverboundBytes(),
                info.clientboundBytes(),
                info.player().remoteAddress().getAddress().getHostAddress());
    }
}
