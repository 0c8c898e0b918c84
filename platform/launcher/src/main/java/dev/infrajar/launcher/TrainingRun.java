// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A short run of the proxy with a configuration of its own, on loopback, so that the JVM can write an AOT cache of what a real
 * proxy loads, and of how it is used: one ping, one session through each forwarder of bytes, some hundred players whose packets the
 * proxy sees, one after another, and the end.
 */
final class TrainingRun {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int STATUS = 1;
    private static final int LOGIN = 2;
    private static final int PROTOCOL = 47;
    private static final int CHUNK_BYTES = 64 * 1024;

    /** The JVM notes how a method is used from its 200th call on, and the cache keeps the notes: then less is compiled twice. */
    private static final int PLAYERS = 300;

    private final int proxyPort;

    private TrainingRun(int proxyPort) {
        this.proxyPort = proxyPort;
    }

    /** Runs and returns the exit code. */
    static int run(Layout layout) {
        try {
            Path folder = Files.createTempDirectory("infrajar-training-");
            try {
                return run(layout, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            LOG.error("The training run failed", e);
            return Launcher.FAILED;
        }
    }

    private static int run(Layout layout, Path folder) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket backend = new ServerSocket(0, 1, loopback)) {
            backend.setSoTimeout(TIMEOUT_MILLIS);
            int port = freePort(loopback);
            Path config = writeConfiguration(folder, port, backend.getLocalPort());
            LaunchOptions options = new LaunchOptions(
                    LaunchOptions.Task.TRAIN, config, Optional.empty(), Optional.empty(), LogSettings.DEFAULT_LEVEL);
            TrainingRun training = new TrainingRun(port);
            return new Launcher(layout, options).run(Optional.of(() -> training.exercise(backend)));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private static int freePort(InetAddress loopback) throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, loopback)) {
            return probe.getLocalPort();
        }
    }

    private static Path writeConfiguration(Path folder, int port, int backendPort) throws IOException {
        Path servers = Files.createDirectory(folder.resolve("servers"));
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        for (String mode : new String[] {"passthrough", "zero_copy", "offline"}) {
            Files.writeString(
                    servers.resolve(mode + ".toml"),
                    "domains = [\"" + mode + "\"]\naddresses = [\"127.0.0.1:" + backendPort + "\"]\nproxy_mode = \""
                            + mode + "\"\n");
        }
        return Files.writeString(
                folder.resolve("infrarust.toml"),
                "bind = \"127.0.0.1:" + port + "\"\nservers_dir = '" + servers + "'\nplugins_dir = '" + plugins
                        + "'\n[rate_limit]\nmax_connections = 0\nstatus_max = 0\n");
    }

    private boolean exercise(ServerSocket backend) throws IOException {
        ping();
        session("passthrough", backend);
        session("zero_copy", backend);
        for (int player = 0; player < PLAYERS; player++) {
            game("offline", backend);
        }
        return true;
    }

    private void ping() throws IOException {
        try (Socket client = connect("unknown", PROTOCOL, STATUS)) {
            client.getOutputStream().write(new byte[] {1, 0});
            readSome(client.getInputStream());
        }
    }

    private void session(String host, ServerSocket backend) throws IOException {
        try (Socket client = connect(host, PROTOCOL, LOGIN)) {
            client.getOutputStream().write(new byte[] {7, 0, 5, 't', 'r', 'a', 'i', 'n'});
            try (Socket server = backend.accept()) {
                server.setSoTimeout(TIMEOUT_MILLIS);
                readSome(server.getInputStream());
                server.getOutputStream().write(new byte[CHUNK_BYTES]);
                client.getInputStream().readNBytes(CHUNK_BYTES);
            }
        }
    }

    private void game(String host, ServerSocket backend) throws IOException {
        try (Socket client = connect(host, TrainingGame.PROTOCOL, LOGIN)) {
            client.getOutputStream().write(TrainingGame.loginStart("train"));
            try (Socket server = backend.accept()) {
                server.setSoTimeout(TIMEOUT_MILLIS);
                server.setTcpNoDelay(true);
                new TrainingGame(client, server).play("train");
            }
        }
    }

    private Socket connect(String host, int protocol, int nextState) throws IOException {
        Socket client = new Socket();
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxyPort), TIMEOUT_MILLIS);
        client.setSoTimeout(TIMEOUT_MILLIS);
        client.setTcpNoDelay(true);
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        byte[] version = TrainingGame.varInt(protocol);
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        out.write(new byte[] {(byte) (version.length + name.length + 5), 0});
        out.write(version);
        out.write(name.length);
        out.write(name);
        out.writeShort(proxyPort);
        out.write(nextState);
        out.flush();
        return client;
    }

    private static void readSome(InputStream in) throws IOException {
        if (in.read(new byte[CHUNK_BYTES]) < 0) {
            throw new IOException("closed without an answer");
        }
    }
}
