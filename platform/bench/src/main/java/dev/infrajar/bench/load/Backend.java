// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The server behind every proxy: does what each session's {@link Order} says. One platform thread for each session that
 * moves bytes; an idle one waits on a virtual thread.
 */
public final class Backend implements Closeable {
    private static final int BACKLOG = 1024;
    private static final byte[] READY = {1};

    private final ServerSocketChannel listener;
    private final Set<SocketChannel> sessions = ConcurrentHashMap.newKeySet();

    private Backend(ServerSocketChannel listener) {
        this.listener = listener;
    }

    /**
     * Binds and serves from now on.
     *
     * @param address on loopback
     */
    public static Backend start(InetSocketAddress address) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            listener.bind(address, BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        Backend backend = new Backend(listener);
        Thread.ofPlatform().daemon().name("backend").start(backend::acceptAll);
        return backend;
    }

    /** Where it listens. */
    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) listener.getLocalAddress();
    }

    /** Sessions that have not ended yet. */
    public int openSessions() {
        return sessions.size();
    }

    /** Ends all sessions and the port. */
    @Override
    public void close() throws IOException {
        listener.close();
        for (SocketChannel session : sessions) {
            session.close();
        }
    }

    private void acceptAll() {
        try {
            while (listener.isOpen()) {
                SocketChannel session = listener.accept();
                sessions.add(session);
                Thread.ofPlatform().daemon().name("backend-session").start(() -> begin(session));
            }
        } catch (ClosedChannelException e) {
            // close() ends a waiting accept this way.
        } catch (IOException e) {
            // A client that waits in vain for "ready" fails next; this says why.
            System.err.println("backend: accepts no more: " + e);
        }
    }

    private void begin(SocketChannel session) {
        try {
            session.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Order order = Preamble.readLogin(session);
            Bulk.sendAll(session, ByteBuffer.wrap(READY));
            if (order == Order.HOLD) {
                Thread.startVirtualThread(() -> hold(session));
            } else {
                serve(session, order);
            }
        } catch (IOException e) {
            // The client sees this end too and reports it, with the measure it belongs to.
            end(session);
        }
    }

    private void serve(SocketChannel session, Order order) throws IOException {
        Bulk bulk = new Bulk(session);
        switch (order) {
            case ECHO -> bulk.echo();
            case SOURCE -> bulk.sendForEver();
            case SINK, HOLD -> bulk.drain();
        }
        end(session);
    }

    private void hold(SocketChannel session) {
        try {
            // On the heap and small: there are a thousand of them.
            ByteBuffer none = ByteBuffer.allocate(1);
            while (session.read(none.clear()) >= 0) {
                // Dropped: only the end matters.
            }
        } catch (IOException e) {
            // A reset ends an idle session as well as EOF does.
        } finally {
            end(session);
        }
    }

    private void end(SocketChannel session) {
        sessions.remove(session);
        try {
            session.close();
        } catch (IOException e) {
            // Nothing is left to lose: every byte that counts was confirmed before.
        }
    }
}
