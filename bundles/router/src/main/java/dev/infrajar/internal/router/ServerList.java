// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.ServerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Prints servers as a table. */
final class ServerList {
    private static final List<String> HEADINGS = List.of("ID", "MODE", "SESSIONS", "DOMAINS", "ADDRESSES");
    private static final String GAP = "  ";

    private ServerList() {}

    /**
     * Prints.
     *
     * @param servers the rows
     * @param sessions the number of sessions on a server, as text
     * @param out takes the lines
     */
    static void print(List<ServerDefinition> servers, Function<String, String> sessions, ConsoleWriter out) {
        if (servers.isEmpty()) {
            out.println("There is no server.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        servers.forEach(server -> rows.add(List.of(
                server.id(),
                server.proxyMode().key(),
                sessions.apply(server.id()),
                String.join(", ", server.domains()),
                String.join(", ", server.addressTexts()))));
        List<Integer> widths = widths(rows);
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static List<Integer> widths(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < HEADINGS.size(); column++) {
            int index = column;
            widths.add(
                    rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0));
        }
        return widths;
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell)
                    .append(" ".repeat(widths.get(column) - cell.length()))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
