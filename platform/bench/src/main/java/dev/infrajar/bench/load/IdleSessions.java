// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sessions that are relayed and silent: the backend has answered each once. */
public final class IdleSessions implements Closeable {
    private final List<Client> clients;

    private IdleSessions(List<Client> clients) {
        this.clients = clients;
    }

    /**
     * Opens so many, one after the other.
     *
     * @throws IOException if one cannot be opened; then none stays open
     */
    public static IdleSessions open(Clients source, Target target, int count) throws IOException {
        IdleSessions sessions = new IdleSessions(new ArrayList<>(count));
        try {
            for (int i = 0; i < count; i++) {
                sessions.clients.add(source.open(target, Order.HOLD));
            }
            return sessions;
        } catch (IOException e) {
            sessions.close();
            throw new IOException("session " + (sessions.clients.size() + 1) + " of " + count + ": " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients) {
            client.close();
        }
    }
}
