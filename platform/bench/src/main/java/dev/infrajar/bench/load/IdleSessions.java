// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sessions whose bytes mean nothing to the proxy: the backend has answered each once. */
public final class IdleSessions implements SilentSessions {
    private final Clients clients;
    private final Backend backend;

    /** Opens sessions to a backend. */
    public IdleSessions(Clients clients, Backend backend) {
        this.clients = clients;
        this.backend = backend;
    }

    @Override
    public Closeable open(Target target, int count) throws IOException {
        List<Client> opened = new ArrayList<>(count);
        try {
            for (int i = 0; i < count; i++) {
                opened.add(clients.open(target, Order.HOLD));
            }
            return () -> close(opened);
        } catch (IOException e) {
            close(opened);
            throw new IOException("session " + (opened.size() + 1) + " of " + count + ": " + e, e);
        }
    }

    @Override
    public int open() {
        return backend.openSessions();
    }

    private static void close(List<Client> clients) throws IOException {
        for (Client client : clients) {
            client.close();
        }
    }
}
