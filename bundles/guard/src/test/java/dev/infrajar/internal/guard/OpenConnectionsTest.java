// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {
    private static final ClientKey CLIENT = new ClientKey(1, false);
    private static final ClientKey OTHER = new ClientKey(2, false);

    private final OpenConnections open = new OpenConnections();
    private final List<EmbeddedChannel> channels = new ArrayList<>();

    @AfterEach
    void close() {
        channels.forEach(EmbeddedChannel::finishAndReleaseAll);
    }

    private boolean connect(ClientKey client, int most) {
        EmbeddedChannel channel = new EmbeddedChannel();
        channels.add(channel);
        return open.admits(client, channel, most);
    }

    @Test
    void admitsAsManyAsAllowedOfEachClient() {
        assertThat(connect(CLIENT, 2)).isTrue();
        assertThat(connect(CLIENT, 2)).isTrue();
        assertThat(connect(CLIENT, 2)).isFalse();
        assertThat(connect(OTHER, 2)).isTrue();
        assertThat(open.of(CLIENT)).isEqualTo(2);
    }

    @Test
    void closedConnectionMakesRoom() {
        connect(CLIENT, 1);
        assertThat(connect(CLIENT, 1)).isFalse();

        channels.getFirst().close();

        assertThat(connect(CLIENT, 1)).isTrue();
    }

    @Test
    void connectionThatWasNotAdmittedMakesNoRoomWhenItIsClosed() {
        connect(CLIENT, 1);
        connect(CLIENT, 1);

        channels.getLast().close();

        assertThat(connect(CLIENT, 1)).isFalse();
    }

    @Test
    void countsWithoutALimitSoThatOneCanBeSetLater() {
        connect(CLIENT, 0);
        connect(CLIENT, 0);
        connect(CLIENT, 0);

        assertThat(connect(CLIENT, 3)).isFalse();
    }

    @Test
    void remembersNobodyWhoIsGone() {
        connect(CLIENT, 0);
        connect(CLIENT, 0);
        connect(OTHER, 0);

        close();

        assertThat(open.clients()).isZero();
    }
}
