// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.bench.load.Order;
import dev.infrajar.bench.load.SilentSessions;
import dev.infrajar.bench.load.Target;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Players who are in the game, and nothing happens. */
public final class IdlePlayers implements SilentSessions {
    private final Players players;
    private final GameServer server;

    /** Lets players of a source join a server. */
    public IdlePlayers(Players players, GameServer server) {
        this.players = players;
        this.server = server;
    }

    @Override
    public Closeable open(Target target, int count) throws IOException {
        List<GameClient> clients = new ArrayList<>(count);
        try {
            for (int i = 0; i < count; i++) {
                clients.add(players.join(target, Order.HOLD));
            }
            return () -> close(clients);
        } catch (IOException e) {
            close(clients);
            throw new IOException("player " + (clients.size() + 1) + " of " + count + ": " + e, e);
        }
    }

    @Override
    public int open() {
        return server.players();
    }

    private static void close(List<GameClient> clients) throws IOException {
        for (GameClient client : clients) {
            client.close();
        }
    }
}
