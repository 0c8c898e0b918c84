// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The timers of the machine's TCP sockets, as proc_net_tcp shows them (Documentation/networking/proc_net_tcp.rst). */
public final class SocketTimers {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int TIMER = 5;
    private static final String KEEPALIVE = "02";

    /** The table counts in USER_HZ, which is 100 on every platform that has a JVM. */
    private static final long MILLIS_PER_JIFFY = 10;

    private SocketTimers() {}

    /**
     * Whether this system shows them.
     *
     * @return false off Linux
     */
    public static boolean areKnown() {
        return TABLES.stream().anyMatch(Files::isReadable);
    }

    /**
     * The time until the next keepalive probe of a connection.
     *
     * @param localPort the port of the end whose timer is asked for
     * @param remotePort the port of the other end
     * @return empty while another timer runs, and when there is no such connection
     */
    public static Optional<Duration> keepalive(int localPort, int remotePort) {
        return keepalives(row -> port(row[LOCAL]) == localPort && port(row[REMOTE]) == remotePort)
                .findFirst();
    }

    /**
     * The same of all connections to a port.
     *
     * @param remotePort where they lead
     * @return those that wait for a keepalive probe
     */
    public static List<Duration> keepalivesTo(int remotePort) {
        return keepalives(row -> port(row[REMOTE]) == remotePort).toList();
    }

    private static Stream<Duration> keepalives(Predicate<String[]> isWanted) {
        return TABLES.stream()
                .filter(Files::isReadable)
                .flatMap(SocketTimers::rows)
                .filter(isWanted)
                .map(row -> row[TIMER].split(":", -1))
                .filter(timer -> timer[0].equals(KEEPALIVE))
                .map(timer -> Duration.ofMillis(Long.parseLong(timer[1], 16) * MILLIS_PER_JIFFY));
    }

    private static Stream<String[]> rows(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1).map(line -> line.strip()
                    .split("\\s+"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }
}
