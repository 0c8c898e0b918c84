// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.load.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
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
    private static final String OFFLINE_HOST = "offline.bench.example";
    private static final String CLIENT_ONLY_HOST = "client-only.bench.example";
    private static final String UNKNOWN_HOST = "unknown.bench.example";

    // The first stop may write the cache for the next starts.
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private static final List<Server> SERVERS = List.of(
            new Server("bench-copy", COPY_HOST, "passthrough"),
            new Server("bench-splice", SPLICE_HOST, "zero_copy"),
            new Server("bench-offline", OFFLINE_HOST, "offline"),
            new Server("bench-client-only", CLIENT_ONLY_HOST, "client_only"));

    private final Path folder;
    private final Path logs;
    private final InetSocketAddress address;

    /**
     * What is around it.
     *
     * @param backend where all of its servers lead
     * @param accounts the session server
     */
    public record Neighbours(InetSocketAddress backend, URI accounts) {}

    /** One of its servers. */
    private record Server(String name, String host, String mode) {
        // Time limits off: HAProxy's are an hour, beyond any measure.
        String file(InetSocketAddress backend) {
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
     * @param neighbours where its servers lead, and whom it asks
     */
    public static Installation create(
            Distribution distribution, Path parent, InetSocketAddress address, Neighbours neighbours)
            throws IOException {
        Path folder = distribution.unpack(parent);
        Files.writeString(folder.resolve("infrarust.toml"), globalFile(address, neighbours.accounts()));
        Path servers = Files.createDirectories(folder.resolve("servers"));
        deleteExamples(servers);
        for (Server server : SERVERS) {
            Files.writeString(servers.resolve(server.name() + ".toml"), server.file(neighbours.backend()));
        }
        return new Installation(folder, parent, address);
    }

    /** Adds a plugin for all later starts. */
    void add(PluginJar plugin) throws IOException {
        plugin.write(Files.createDirectories(folder.resolve("plugins")));
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
        return new Target(address, hostOf(contender));
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

    private static String hostOf(Contender contender) {
        return switch (contender) {
            case OURS_SPLICE -> SPLICE_HOST;
            case OURS_OFFLINE, OURS_WATCHED, OURS_CHANGED -> OFFLINE_HOST;
            case OURS_CLIENT_ONLY -> CLIENT_ONLY_HOST;
            default -> COPY_HOST;
        };
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
    private static String globalFile(InetSocketAddress address, URI accounts) {
        return """
                bind = "%s:%d"

                [default_motd.online]
                text = "bench"

                [rate_limit]
                max_connections = 0
                status_max = 0

                [auth]
                session_url = "%s"
                """.formatted(address.getHostString(), address.getPort(), accounts);
    }
}
