// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.internal.session.player.LogText;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
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
    private static final List<String> HEADER =
            List.of("NAME", "SERVER", "HOST", "BY", "FOR", "FROM CLIENT", "TO CLIENT", "ADDRESS");

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
    public List<String> complete(List<String> arguments) {
        return arguments.size() > 1 ? List.of() : Candidates.servers(table);
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
        if (!sessions.isEmpty()) {
            out.table(HEADER, sessions.stream().map(this::row).toList());
        }
        out.println(summary(sessions.size()));
    }

    private List<String> row(SessionInfo info) {
        return List.of(
                LogText.of(info.player().name()),
                info.player().server().orElse("-"),
                LogText.of(info.player().virtualHost()),
                info.forwarder(),
                Duration.between(info.player().connectedAt(), clock.instant()).toSeconds() + "s",
                Long.toString(info.serverboundBytes()),
                Long.toString(info.clientboundBytes()),
                info.player().remoteAddress().getAddress().getHostAddress());
    }

    private String summary(int shown) {
        int loggingIn = table.find(PlayerSession::isLoggingIn).size();
        return shown
                + (shown == 1 ? " session" : " sessions")
                + (loggingIn == 0 ? "" : ", " + loggingIn + " logging in")
                + (table.isDrained() ? "; the proxy is drained: no new logins" : "");
    }
}
