// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Prints all that is known of one server. */
final class ServerDetails {
    private final ServerDefinition server;
    private final ServerView view;
    private final ConsoleWriter out;

    private ServerDetails(ServerDefinition server, ServerView view, ConsoleWriter out) {
        this.server = server;
        this.view = view;
        this.out = out;
    }

    static void print(ServerDefinition server, ServerView view, ConsoleWriter out) {
        new ServerDetails(server, view, out).print();
    }

    private void print() {
        out.println(server.id() + ", from " + server.origin());
        line("mode", server.proxyMode().key());
        line("domains", String.join(", ", server.domains()));
        view.stateOf(server).ifPresent(state -> line("state", state));
        String most = server.maxPlayers() == 0 ? "" : " of " + server.maxPlayers() + " at most";
        line("sessions", view.sessionsOn(server) + most);
        line("timeouts", timeouts(server.timeouts()));
        line("rewrite", rewrite(server.domainRewrite()));
        line("PROXY header", server.sendProxyProtocol() ? "version 2 is sent" : "none is sent");
        line("when down", server.disconnectMessage());
        server.parts().values().stream()
                .sorted((a, b) -> Texts.title(a).compareTo(Texts.title(b)))
                .forEach(part -> line(Texts.title(part), String.join(", ", Texts.contents(part))));
        out.table(
                List.of("ADDRESS", "WEIGHT", "STATE", "SESSIONS", "LATENCY", "LAST FAILURE"),
                view.backendsOf(server).stream().map(ServerDetails::row).toList());
    }

    private void line(String name, String value) {
        out.printf(Locale.ROOT, "  %-14s%s%n", name, value);
    }

    private static List<String> row(ServerView.Backend backend) {
        return List.of(
                backend.address(),
                backend.weight(),
                backend.state(),
                backend.sessions(),
                backend.latency(),
                backend.failure());
    }

    private static String rewrite(DomainRewrite rewrite) {
        return switch (rewrite) {
            case DomainRewrite.None() -> "none";
            case DomainRewrite.FromBackend() -> "from the backend's address";
            case DomainRewrite.Explicit(String host) -> host;
        };
    }

    private static String timeouts(Timeouts timeouts) {
        return "connect " + timeouts.connect().map(ServerDetails::text).orElse("as everywhere") + ", read "
                + text(timeouts.read()) + ", write " + text(timeouts.write());
    }

    private static String text(Duration time) {
        return time.isZero()
                ? "never"
                : time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
