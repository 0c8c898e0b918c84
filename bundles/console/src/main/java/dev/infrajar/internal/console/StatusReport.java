// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What {@code status} shows.
 *
 * @param version of the proxy
 * @param uptime since the JVM's start
 * @param sessions being relayed; empty while no bundle counts them
 * @param isDrained whether no new players are let in
 * @param transport {@code epoll} or {@code NIO}; empty while there is none
 * @param memory of the process
 * @param bundles all but fragments
 * @param notActive the symbolic names of those that are not active
 * @param others what other bundles have to say
 */
record StatusReport(
        String version,
        Duration uptime,
        OptionalInt sessions,
        boolean isDrained,
        Optional<String> transport,
        MemoryUse memory,
        int bundles,
        List<String> notActive,
        List<Row> others) {

    /** A label and what is so called. */
    record Row(String label, String text) {}

    List<String> lines() {
        List<Row> rows = rows();
        int width = rows.stream().mapToInt(row -> row.label().length()).max().orElseThrow();
        return Stream.concat(
                        Stream.of("Infrajar " + version + ", up " + text(uptime)),
                        rows.stream()
                                .map(row -> row.label()
                                        + " ".repeat(width - row.label().length() + 2)
                                        + row.text()))
                .toList();
    }

    private List<Row> rows() {
        List<Row> own = List.of(
                new Row(
                        "sessions",
                        (sessions.isPresent() ? sessions.getAsInt() : "none: the session bundle is not active")
                                + (isDrained ? "; the proxy is drained: no new logins" : "")),
                new Row("transport", transport.orElse("none: the transport bundle is not active")),
                new Row("memory", memory.text()),
                new Row(
                        "bundles",
                        (bundles - notActive.size()) + " of " + bundles + " active"
                                + (notActive.isEmpty() ? "" : "; not active: " + String.join(", ", notActive))));
        return Stream.concat(own.stream(), others.stream()).toList();
    }

    private static String text(Duration time) {
        Stream<String> large = Stream.of(
                        part(time.toDays(), "d"), part(time.toHoursPart(), "h"), part(time.toMinutesPart(), "m"))
                .flatMap(Optional::stream);
        return String.join(
                " ", Stream.concat(large, Stream.of(time.toSecondsPart() + "s")).toList());
    }

    private static Optional<String> part(long number, String unit) {
        return number == 0 ? Optional.empty() : Optional.of(number + unit);
    }
}
