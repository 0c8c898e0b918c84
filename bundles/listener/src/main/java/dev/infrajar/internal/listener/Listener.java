// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket that is listened on, and its change for another while the proxy runs. Callable from any thread. */
final class Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    /** Between two tries at a port that another has. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Who lets go of a port does so within moments; after this time nobody is going to. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Transport transport;
    private final ClientInitializer clients;
    private final Permits permits = new Permits(0);
    private volatile @Nullable ListeningSocket socket;
    private boolean closed;

    /** Listens on nothing yet; {@code clients} takes what is accepted. */
    Listener(Transport transport, ClientInitializer clients) {
        this.transport = transport;
        this.clients = clients;
    }

    /** Whether a port is bound. */
    boolean isOpen() {
        return socket != null;
    }

    /**
     * Binds the port. Blocks until it is bound.
     *
     * @throws IOException if that is not possible; the message says why
     */
    synchronized void open(ListenerConfig config) throws IOException {
        if (closed) {
            return;
        }
        permits.limitTo(config.maxConnections());
        socket = bind(config);
        LOG.info(
                "Listening on {}: add that address to the server list in Minecraft; servers are the files of servers_dir,"
                        + " type 'help' for commands",
                config.bind());
    }

    /**
     * Binds the port when whoever has it lets it go. Returns at once.
     *
     * @param config as it is at each try
     */
    void openWhenFree(Supplier<ListenerConfig> config) {
        Thread.ofVirtual().name("listener-takeover").start(() -> {
            long patientUntil = System.nanoTime() + PATIENCE.toNanos();
            boolean isReported = false;
            while (!isDone()) {
                try {
                    open(config.get());
                } catch (IOException e) {
                    if (!isReported && System.nanoTime() - patientUntil > 0) {
                        LOG.error("{}; it is tried again until it can be bound", e.getMessage());
                        isReported = true;
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        });
    }

    private synchronized boolean isDone() {
        return closed || isOpen();
    }

    /**
     * Puts a changed configuration into force: the ceiling for the open connections too, another address by binding it
     * before the old one is closed. Blocks until that is done.
     *
     * @return what could not be done, and why
     */
    synchronized Optional<String> apply(ListenerConfig now) {
        ListeningSocket current = socket;
        if (closed || current == null) {
            return Optional.empty();
        }
        permits.limitTo(now.maxConnections());
        if (!current.address().equals(now.bind())) {
            return move(current, now);
        }
        if (current.isPortShared() != isPortShared(now)) {
            return Optional.of(
                    "so_reuseport: a port in use keeps what it was bound with; that takes another bind address,"
                            + " or a restart");
        }
        return Optional.empty();
    }

    /** Closes the port for good; connections that were accepted stay. Blocks for a few seconds at most. */
    synchronized void close() {
        closed = true;
        ListeningSocket open = socket;
        if (open != null) {
            socket = null;
            open.close();
            LOG.info("Port closed");
        }
    }

    private Optional<String> move(ListeningSocket old, ListenerConfig now) {
        try {
            socket = bind(now);
        } catch (IOException e) {
            return Optional.of("bind: " + e.getMessage() + "; still listening on " + old.address());
        }
        old.close();
        LOG.info("Listening on {}, no longer on {}", now.bind(), old.address());
        return Optional.empty();
    }

    private ListeningSocket bind(ListenerConfig config) throws IOException {
        return ListeningSocket.bind(config.bind(), isPortShared(config), transport, permits, clients);
    }

    private boolean isPortShared(ListenerConfig config) {
        return config.soReuseport() && transport.isEpoll();
    }
}
