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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code find}: where a player is, and what is known of the session. */
@Component
public final class FindCommand implements ConsoleCommand {
    private final SessionTable table;
    private final Clock clock;

    /** Called by Declarative Services. */
    @Activate
    public FindCommand(@Reference SessionTable table) {
        this(table, Clock.systemUTC());
    }

    FindCommand(SessionTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "find";
    }

    @Override
    public String usage() {
        return "NAME";
    }

    @Override
    public String summary() {
        return "shows the server and the session of a player";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() > 1 ? List.of() : Candidates.names(table);
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("one name");
        }
        Candidates.named(table, arguments.getFirst(), out).forEach(session -> print(session, out));
    }

    private void print(PlayerSession session, ConsoleWriter out) {
        SessionInfo info = session.info();
        out.println(LogText.of(session.name()) + " is "
                + (session.isLoggingIn() ? "logging in to " : "on ")
                + session.server().orElse("a server that is not known yet"));
        line(out, "session", Long.toString(session.sessionId()));
        line(
                out,
                "address",
                session.remoteAddress().getAddress().getHostAddress() + " port "
                        + session.remoteAddress().getPort());
        line(out, "host", LogText.of(session.virtualHost()));
        line(out, "protocol", Integer.toString(session.protocol()));
        line(out, "uuid", uuid(session));
        line(
                out,
                "since",
                session.connectedAt().truncatedTo(ChronoUnit.SECONDS) + " ("
                        + Duration.between(session.connectedAt(), clock.instant())
                                .toSeconds() + " s)");
        line(out, "forwarder", info.forwarder());
        line(out, "bytes", info.serverboundBytes() + " from the client, " + info.clientboundBytes() + " to the client");
    }

    private static String uuid(PlayerSession session) {
        if (session.uuid().isPresent()) {
            return session.uuid().get() + (session.isAuthenticated() ? " (proved)" : " (of the name)");
        }
        return session.claimedUuid().map(UUID::toString).orElse("none") + " (as the client says)";
    }

    private static void line(ConsoleWriter out, String what, String value) {
        out.printf("  %-10s %s%n", what, value);
    }
}
