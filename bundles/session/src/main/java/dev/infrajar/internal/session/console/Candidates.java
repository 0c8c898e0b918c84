// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
import java.util.List;
import java.util.Optional;

/** What the words behind the commands about sessions could be. */
final class Candidates {
    private Candidates() {}

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
