// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import dev.infrajar.bench.contender.Ports;
import dev.infrajar.bench.game.GameServer;
import dev.infrajar.bench.game.IdlePlayers;
import dev.infrajar.bench.game.PacketStream;
import dev.infrajar.bench.game.Players;
import dev.infrajar.bench.load.Clients;
import dev.infrajar.bench.measure.IdleMemory;
import dev.infrajar.bench.measure.JoinRate;
import dev.infrajar.bench.measure.Measure;
import dev.infrajar.bench.measure.PacketCost;
import dev.infrajar.bench.measure.PacketRoundTrips;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/** Both ends of sessions whose packets are seen, and the measures of those. */
final class GameSide implements Closeable {
    private final Plan plan;
    private final PacketStream stream;
    private final GameServer server;
    private final Players players;

    private GameSide(Plan plan, PacketStream stream, GameServer server, Players players) {
        this.plan = plan;
        this.stream = stream;
        this.server = server;
        this.players = players;
    }

    static GameSide start(Plan plan, Clients clients, Ports ports) throws IOException {
        PacketStream stream = PacketStream.create();
        return new GameSide(
                plan, stream, GameServer.start(ports.next(), stream), new Players(clients, plan.exchangeLimit()));
    }

    /** Where the server listens. */
    InetSocketAddress address() {
        return server.address();
    }

    Measure measure(String name, Starters starters, Path folder) throws IOException {
        return switch (name) {
            case "mode-stream" ->
                new PacketCost(starters, players, stream, plan.sizes().bytes());
            case "mode-rtt" ->
                new PacketRoundTrips(starters, players, plan.sizes().messages());
            case "mode-memory" ->
                new IdleMemory(
                        IdleMemory.Kind.PLAYING,
                        starters,
                        new IdlePlayers(players, server),
                        folder,
                        plan.sizes().sessions());
            case "mode-joins" ->
                new JoinRate(starters, Duration.ofSeconds(plan.sizes().seconds()));
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public void close() {
        players.close();
        server.close();
    }
}
