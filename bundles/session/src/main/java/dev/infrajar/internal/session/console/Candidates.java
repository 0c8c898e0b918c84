// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.internal.session.player.LogText;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import java.util.Optional;

/** What the words behind the commands about sessions could be, and whom they mean. */
final class Candidates {
    private Candidates() {}

    /** The sessions of a name, in any case of its letters; says so where there is none. */
    static List<PlayerSession> named(SessionTable table, String name, ConsoleWriter out) {
        List<PlayerSession> found = table.find(session -> session.name().equalsIgnoreCase(name));
        if (found.isEmpty()) {
            out.println("There is no player " + LogText.of(name) + ".");
        }
        return found;
    }

    static List<String> names(SessionTable table) {
        return table.find(session -> true).stream()
                .map(PlayerSession::name)
                .distinct()
                .toList();
    }

    static List<String> addresses(SessionTable table) {
        return table.find(session -> true).stream()
                .map(session -> session.remoteAddress().getAddress().getHostAddress())
                .distinct()
                .toList();
    }

    /** The servers that have sessions. */
    static List<String> servers(SessionTable table) {
        return table.find(session -> true).stream()
                .map(PlayerSession::server)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
