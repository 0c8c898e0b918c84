// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plain;

import dev.infrajar.systemtests.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine that does not answer: it listens, but its backlog is full, so the kernel leaves further connections waiting. Who
 * is sent there stays in its login until the connect timeout.
 */
public final class SilentBackend implements AutoCloseable {
    private static final int PROBE_MILLIS = 300;
    private static final int MOST_QUEUED = 16;

    private final ServerSocket listener;
    private final List<Socket> queued = new ArrayList<>();

    private SilentBackend() throws IOException {
        listener = new ServerSocket(Ports.free(), 1, InetAddress.getLoopbackAddress());
    }

    /**
     * Starts one.
     *
     * @return its backlog is full
     */
    public static SilentBackend start() {
        try {
            var backend = new SilentBackend();
            while (backend.answers()) {
                if (backend.queued.size() == MOST_QUEUED) {
                    throw new AssertionError("the backlog is not full after " + MOST_QUEUED + " connections");
                }
            }
            return backend;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean answers() throws IOException {
        var socket = new Socket();
        queued.add(socket);
        try {
            socket.connect(listener.getLocalSocketAddress(), PROBE_MILLIS);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    /**
     * Where it listens.
     *
     * @return the port on the loopback address
     */
    public int port() {
        return listener.getLocalPort();
    }

    /** Closes the port and every connection. */
    @Override
    public void close() {
        try {
            for (Socket socket : queued) {
                socket.close();
            }
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
