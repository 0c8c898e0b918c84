// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTableTest {
    private final SessionTable table = new SessionTable();

    private RelayedSession session(String name) {
        RelayedSession session = new RelayedSession(
                table.nextId(),
                new Handshake(774, "host", 25565, Handshake.NextState.LOGIN),
                new LoginStart(name, Optional.empty()),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
                Instant.EPOCH);
        table.add(session);
        return session;
    }

    @Test
    void givesOutNoMorePlacesThanThereAre() {
        assertThat(table.takePlace("lobby", 2)).isTrue();
        assertThat(table.takePlace("lobby", 2)).isTrue();
        assertThat(table.takePlace("lobby", 2)).isFalse();

        table.giveBackPlace("lobby");

        assertThat(table.countOn("lobby")).isEqualTo(1);
        assertThat(table.takePlace("lobby", 2)).isTrue();
    }

    @Test
    void givesOutPlacesWithoutEndWhereNoLimitIsSet() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(table.takePlace("lobby", 0)).isTrue();
        }
        assertThat(table.countOn("lobby")).isEqualTo(1_000);
    }

    @Test
    void findsSessionsByNameIgnoringCase() {
        RelayedSession first = session("Notch");
        RelayedSession second = session("NOTCH");
        session("Jeb");

        assertThat(table.named("notch")).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void listsSessionsOldestFirst() {
        RelayedSession first = session("b");
        RelayedSession second = session("a");

        assertThat(table.infos()).extracting(info -> info.player().name()).containsExactly("b", "a");
        table.remove(first);
        assertThat(table.all()).containsExactly(second);
    }

    @Test
    void makesNamesHarmlessInLogLines() {
        assertThat(session("evil\n\u001b[31m").toString()).startsWith("evil??[31m (session ");
        assertThat(LogText.of("x".repeat(200))).hasSize(101);
    }
}
