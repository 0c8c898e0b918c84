// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.haproxy;

import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A load balancer in TCP mode that sends PROXY headers.
 *
 * @param port where players connect to it on the loopback address
 * @param socket where it takes commands
 */
public record Haproxy(int port, Path socket) {
    /** Debian installs it where only root's PATH looks. */
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin");

    /**
     * Starts one that takes it for granted that what is behind it is well; skips the test where there is no HAProxy.
     *
     * @param children owns the process
     * @param folder takes the configuration and the socket for commands, whose path may have 107 bytes (Linux, unix(7))
     * @param header {@code send-proxy} or {@code send-proxy-v2}
     * @param proxyPort what is behind it
     * @return listening
     */
    public static Haproxy start(Children children, Path folder, String header, int proxyPort) {
        return start(children, folder, header, proxyPort, header);
    }

    /**
     * Starts one that checks the health of what is behind it with a server list ping; skips the test where there is no
     * HAProxy.
     *
     * @param children owns the process
     * @param folder takes the configuration and the socket for commands, whose path may have 107 bytes (Linux, unix(7))
     * @param header {@code send-proxy} or {@code send-proxy-v2}
     * @param proxyPort what is behind it
     * @return listening
     */
    public static Haproxy startWithHealthChecks(Children children, Path folder, String header, int proxyPort) {
        return start(children, folder, header, proxyPort, header + " check inter 300ms check-send-proxy");
    }

    private static Haproxy start(Children children, Path folder, String name, int proxyPort, String server) {
        Path program = find().orElseThrow(Haproxy::missing);
        try {
            var haproxy = new Haproxy(Ports.free(), folder.resolve(name + ".sock"));
            Path file = folder.resolve(name + ".cfg");
            Files.writeString(file, haproxy.configuration(server, proxyPort));
            ChildProcess process =
                    children.start("haproxy", new ProcessBuilder(program.toString(), "-db", "-f", file.toString()));
            await("haproxy listens")
                    .atMost(ChildProcess.PATIENCE)
                    .until(() -> Proxy.isOpen(haproxy.port) || !process.handle().isAlive());
            return haproxy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until a health check has got the answer it wants. */
    public void awaitHealthy() {
        await("the health check succeeds").atMost(ChildProcess.PATIENCE).until(() -> statistics()
                .contains(",L7OK,"));
    }

    private String statistics() {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap("show stat\n".getBytes(StandardCharsets.US_ASCII)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String configuration(String server, int proxyPort) {
        byte[] ping = new Bytes()
                .raw(Bytes.handshake(PlainClient.PROTOCOL, "health.test", proxyPort, 1))
                .raw(new Bytes().varInt(0).frame())
                .toArray();
        return """
                global
                    maxconn 100
                    stats socket %s mode 600
                defaults
                    mode tcp
                    timeout connect 5s
                    timeout check 20s
                    timeout client 60s
                    timeout server 60s
                listen minecraft
                    bind 127.0.0.1:%d
                    option tcp-check
                    tcp-check connect send-proxy
                    tcp-check send-binary %s
                    tcp-check expect string description
                    server infrajar 127.0.0.1:%d %s
                """.formatted(socket, port, HexFormat.of().formatHex(ping), proxyPort, server);
    }

    private static Optional<Path> find() {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static RuntimeException missing() {
        String reason = "haproxy is not installed (Debian package haproxy)";
        System.out.println("SKIPPED: the tests behind a real HAProxy: " + reason);
        Assumptions.abort(reason);
        return new IllegalStateException("unreachable: the line above ends the test");
    }
}
