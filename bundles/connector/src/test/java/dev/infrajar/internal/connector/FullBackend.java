// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Listens, but its backlog is full: the kernel leaves further connections without an answer. */
final class FullBackend implements AutoCloseable {
    private static final int PROBE_MILLIS = 200;
    private static final int MOST_QUEUED = 16;

    private final ServerSocket server;
    private final List<Socket> queued = new ArrayList<>();

    FullBackend() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        boolean full = false;
        for (int i = 0; i < MOST_QUEUED && !full; i++) {
            Socket socket = new Socket();
            queued.add(socket);
            full = !connects(socket);
        }
        assertThat(full).as("backlog is full").isTrue();
    }

    private boolean connects(Socket socket) throws IOException {
        try {
            socket.connect(server.getLocalSocketAddress(), PROBE_MILLIS);
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queued) {
            socket.close();
        }
        server.close();
    }
}
