// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.ServerDefinition;
import java.util.ArrayList;
import java.util.List;

/** Prints servers as a table, a line for each address. */
final class ServerList {
    private static final String DOMAINS = "DOMAINS";
    private static final List<String> HEADINGS = List.of("ID", "MODE", "SESSIONS", DOMAINS, "ADDRESS", "STATE", "LOAD");

    private ServerList() {}

    static void print(List<ServerDefinition> servers, ServerView view, ConsoleWriter out) {
        if (servers.isEmpty()) {
            out.println("There is no server.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        servers.forEach(server -> rows.addAll(rowsOf(server, view)));
        out.table(HEADINGS, rows, DOMAINS);
    }

    private static List<List<String>> rowsOf(ServerDefinition server, ServerView view) {
        List<String> words = List.of(
                server.id(), server.proxyMode().key(), view.sessionsOn(server), String.join(", ", server.domains()));
        List<List<String>> rows = new ArrayList<>();
        for (ServerView.Backend backend : view.backendsOf(server)) {
            List<String> row = new ArrayList<>(rows.isEmpty() ? words : List.of("", "", "", ""));
            row.addAll(List.of(backend.address(), backend.state(), backend.sessions()));
            rows.add(row);
        }
        return rows;
    }
}
