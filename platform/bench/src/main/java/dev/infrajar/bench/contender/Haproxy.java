// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.load.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** HAProxy in TCP mode with one thread, as the Debian package brings it, with and without splicing. */
public final class Haproxy implements ProxyStarter {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    // Debian installs it where only root's PATH looks.
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin");

    private final Path program;
    private final Path folder;
    private final Ports ports;
    private final InetSocketAddress backend;

    /**
     * Relays to a backend.
     *
     * @param program from {@link #find}
     * @param folder takes configuration and output
     * @param ports for its listeners
     * @param backend where it relays to
     */
    public Haproxy(Path program, Path folder, Ports ports, InetSocketAddress backend) {
        this.program = program;
        this.folder = folder;
        this.ports = ports;
        this.backend = backend;
    }

    /** The installed program; empty if there is none. */
    public static Optional<Path> find() {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1));
        return Stream.concat(FOLDERS.stream(), path)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The first line that {@code haproxy -v} writes, up to the date. */
    public static String version(Path program) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "-v").start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            String first = lines.readLine();
            return first == null ? "HAProxy of an unknown version" : first.replaceFirst(" \\d{4}/.*", "");
        }
    }

    @Override
    public ProxyUnderTest start(Contender contender, Duration mayEndSilent) throws IOException {
        InetSocketAddress address = ports.next();
        Path file = folder.resolve(contender.label() + ".cfg");
        Files.writeString(file, configuration(address, mayEndSilent, contender == Contender.HAPROXY_SPLICE));
        ServerProcess server = ServerProcess.start(new ServerProcess.Spec(
                List.of(program.toString(), "-db", "-f", file.toString()), folder, folder, Map.of(), STOP_LIMIT));
        try {
            server.awaitPort(address);
        } catch (IOException e) {
            server.close();
            throw new IOException(contender.label() + ": " + e.getMessage(), e);
        }
        return new RunningProxy(new Target(address, contender.label() + ".bench.example"), server, false);
    }

    /**
     * The text of a configuration file. With {@code splice-auto} HAProxy decides whether to splice only when it looks at
     * a stream as a whole; while bytes flow, nothing but a time limit makes it do so (seen with 2.6: with limits of an
     * hour it copies for as long). A stream that is meant to be spliced needs a short limit, and as long a lead.
     */
    String configuration(InetSocketAddress address, Duration mayEndSilent, boolean splice) {
        return """
                global
                    nbthread 1
                    maxconn 3000
                defaults
                    mode tcp
                    timeout connect 5s
                    timeout client %1$ds
                    timeout server %1$ds
                %2$slisten bench
                    bind %3$s:%4$d
                    server backend %5$s:%6$d
                """.formatted(
                        mayEndSilent.toSeconds(),
                        splice ? "    option splice-auto\n" : "",
                        address.getHostString(),
                        address.getPort(),
                        backend.getHostString(),
                        backend.getPort());
    }
}
