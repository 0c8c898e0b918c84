// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.bench.contender.Ports;
import dev.infrajar.bench.load.Client;
import dev.infrajar.bench.load.Clients;
import dev.infrajar.bench.load.Order;
import dev.infrajar.bench.load.Target;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GameServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration LEAD = Duration.ofMillis(20);

    private final PacketStream stream = PacketStream.create();
    private final Clients clients = new Clients(LIMIT);
    private final Players players = new Players(clients, LIMIT);
    private GameServer server;
    private Target target;

    @BeforeEach
    void start() throws IOException {
        server = GameServer.start(new Ports(22_900).next(), stream);
        target = new Target(server.address(), "direct.bench.example");
    }

    @AfterEach
    void stop() {
        server.close();
        players.close();
        clients.close();
    }

    @Test
    void sendsTheStreamToThosePlayersWhoWantIt() throws IOException {
        Readings readings = new Readings();
        try (GameClient client = players.join(target, Order.SOURCE)) {
            client.stream(stream, false, LEAD, 5L * stream.roundBytes(), readings);
        }

        assertThat(readings.begun).isTrue();
        assertThat(readings.ended).isTrue();
    }

    @Test
    void noticesThatNobodyHasChangedTheStream() throws IOException {
        try (GameClient client = players.join(target, Order.SOURCE)) {
            assertThatThrownBy(() -> client.stream(stream, true, LEAD, stream.roundBytes(), new Readings()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is wrong");
        }
    }

    @Test
    void sendsSmallPacketsBack() throws IOException {
        try (GameClient client = players.join(target, Order.ECHO)) {
            assertThat(client.pingPong(SmallFrame.of(64), 50).getTotalCount()).isEqualTo(50);
        }
    }

    @Test
    void countsThosePlayersWhoDoNothing() throws IOException {
        IdlePlayers idle = new IdlePlayers(players, server);
        try (Closeable _ = idle.open(target, 3)) {
            assertThat(idle.open()).isEqualTo(3);
        }
    }

    @Test
    void stormJoinsAsOftenAsItCan() throws IOException {
        try (JoinStorm storm = new JoinStorm()) {
            JoinStorm.Joins joins = storm.run(target, Duration.ofMillis(100));

            assertThat(joins.joins()).isGreaterThanOrEqualTo(64);
            assertThat(joins.latency().getTotalCount()).isEqualTo(joins.joins());
        }
    }

    @Test
    void stormFailsWhereNobodyCanJoin() throws IOException {
        Target nowhere = new Target(new Ports(22_950).next(), "direct.bench.example");
        try (JoinStorm storm = new JoinStorm()) {
            assertThatThrownBy(() -> storm.run(nowhere, Duration.ofMillis(100)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("could not join");
        }
    }

    private static final class Readings implements Client.Meter {
        private boolean begun;
        private boolean ended;

        @Override
        public void begin() {
            begun = true;
        }

        @Override
        public void end() {
            ended = true;
        }
    }
}
