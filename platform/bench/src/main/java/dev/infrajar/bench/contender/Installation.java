// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.load.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One unpacked and configured copy of ours; can be started again and again. */
public final class Installation {
    private static final String COPY_HOST = "copy.bench.example";
    private static final String SPLICE_HOST = "splice.bench.example";
    private static final String UNKNOWN_HOST = "unknown.bench.example";

    // The first stop may write the cache for the next starts.
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final Path logs;
    private final InetSocketAddress address;

    private Installation(Path folder, Path logs, InetSocketAddress address) {
        this.folder = folder;
        this.logs = logs;
        this.address = address;
    }

    /**
     * Unpacks and configures.
     *
     * @param parent an empty folder
     * @param address what it will bind
     * @param backend where both of its servers lead
     */
    public static Installation create(
            Distribution distribution, Path parent, InetSocketAddress address, InetSocketAddress backend)
            throws IOException {
        Path folder = distribution.unpack(parent);
        Files.writeString(folder.resolve("infrarust.toml"), globalFile(address));
        Path servers = Files.createDirectories(folder.resolve("servers"));
        deleteExamples(servers);
        Files.writeString(
                servers.resolve("bench-copy.toml"), serverFile("bench-copy", COPY_HOST, backend, "passthrough"));
        Files.writeString(
                servers.resolve("bench-splice.toml"), serverFile("bench-splice", SPLICE_HOST, backend, "zero_copy"));
        return new Installation(folder, parent, address);
    }

    /**
     * Starts the program, and does not wait for it.
     *
     * @return the caller closes it
     */
    public ServerProcess launch() throws IOException {
        return ServerProcess.start(new ServerProcess.Spec(
                List.of(folder.resolve("bin/infrajar").toString(), "-c", "infrarust.toml"),
                folder,
                logs,
                // The very JDK that runs the driver, whatever else is installed.
                Map.of("INFRAJAR_JAVA_HOME", System.getProperty("java.home")),
                STOP_LIMIT));
    }

    /** What it binds. */
    public InetSocketAddress address() {
        return address;
    }

    /** Where clients of a contender connect to. */
    public Target target(Contender contender) {
        return new Target(address, contender == Contender.OURS_SPLICE ? SPLICE_HOST : COPY_HOST);
    }

    /** A host without a server: the proxy answers by itself. */
    public Target statusTarget() {
        return new Target(address, UNKNOWN_HOST);
    }

    /** The size of the AOT caches below the folder, bytes; 0 if there is none. */
    public long cacheBytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".aot"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void deleteExamples(Path servers) throws IOException {
        try (Stream<Path> files = Files.list(servers)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".toml")).toList()) {
                Files.delete(file);
            }
        }
    }

    // Limits per address are off: HAProxy has none. All else is as it comes, the cache of status answers too.
    private static String globalFile(InetSocketAddress address) {
        return """
                bind = "%s:%d"

                [default_motd.online]
                text = "bench"

                [rate_limit]
                max_connections = 0
                status_max = 0
                """.formatted(address.getHostString(), address.getPort());
    }

    // Time limits off: HAProxy's are an hour, beyond any measure.
    private static String serverFile(String name, String host, InetSocketAddress backend, String mode) {
        return """
                name = "%s"
                domains = ["%s"]
                addresses = ["%s:%d"]
                proxy_mode = "%s"

                [timeouts]
                read = "0s"
                write = "0s"
                """.formatted(name, host, backend.getHostString(), backend.getPort(), mode);
    }
}
