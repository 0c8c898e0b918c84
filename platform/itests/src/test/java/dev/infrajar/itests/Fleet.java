// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Live sessions through the proxy: each client sends random blocks without a pause, the backend echoes them, and each byte
 * that comes back is compared. A lost, changed or late byte, or a broken connection, is a failure that stays.
 */
final class Fleet implements AutoCloseable {
    private static final int MAX_BLOCK_BYTES = 8 * 1024;
    private static final long DEADLINE_MILLIS = 30_000;

    private final ServerSocket backend = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final List<Session> sessions = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean closing;

    Fleet() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    /** Writes the server file that leads to this fleet's backend. */
    void writeServer(String id, String mode) throws IOException {
        Path servers = Container.folder().resolve("servers");
        Path written = Files.writeString(
                Container.folder().resolve(id + ".tmp"), """
                domains = ["%s"]
                addresses = ["127.0.0.1:%d"]
                proxy_mode = "%s"
                """.formatted(id, backend.getLocalPort(), mode));
        Files.move(written, servers.resolve(id + ".toml"));
    }

    void add(int count, int port, String host) throws IOException {
        for (int i = 0; i < count; i++) {
            Session session = new Session(MinecraftClient.login(port, host, "live" + sessions.size()), sessions.size());
            sessions.add(session);
            Thread.ofVirtual().start(session);
        }
    }

    int size() {
        return sessions.size();
    }

    /** Waits until every session has sent and got back some more blocks. */
    void awaitProgress() throws InterruptedException {
        long[] goals =
                sessions.stream().mapToLong(session -> session.blocks + 3).toArray();
        long deadline = System.currentTimeMillis() + DEADLINE_MILLIS;
        for (int i = 0; i < goals.length; i++) {
            while (sessions.get(i).blocks < goals[i]) {
                check();
                if (System.currentTimeMillis() > deadline) {
                    throw new AssertionError("session " + i + " made no progress");
                }
                Thread.sleep(5);
            }
        }
        check();
    }

    private void check() {
        Throwable broken = failure.get();
        if (broken != null) {
            throw new AssertionError("a live session broke", broken);
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        backend.close();
        for (Session session : sessions) {
            session.socket.close();
        }
    }

    private void accept() {
        while (!closing) {
            try {
                Socket accepted = backend.accept();
                Thread.ofVirtual().start(() -> echo(accepted));
            } catch (IOException e) {
                fail(e);
                return;
            }
        }
    }

    private void echo(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            MinecraftClient.readPreamble(in);
            byte[] buffer = new byte[MAX_BLOCK_BYTES];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                socket.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        if (!closing) {
            failure.compareAndSet(null, cause);
        }
    }

    private final class Session implements Runnable {
        private final Socket socket;
        private final Random random;
        private volatile long blocks;

        Session(Socket socket, int seed) {
            this.socket = socket;
            this.random = new Random(seed);
        }

        @Override
        public void run() {
            try (socket) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                while (!closing) {
                    block(in);
                }
            } catch (IOException | UncheckedIOException | AssertionError e) {
                fail(e);
            }
        }

        private void block(DataInputStream in) throws IOException {
            byte[] sent = new byte[1 + random.nextInt(MAX_BLOCK_BYTES)];
            random.nextBytes(sent);
            socket.getOutputStream().write(sent);
            byte[] back = new byte[sent.length];
            in.readFully(back);
            if (!Arrays.equals(sent, back)) {
                throw new AssertionError("bytes came back changed");
            }
            // One writer: its own thread.
            long next = blocks + 1;
            blocks = next;
        }
    }
}
