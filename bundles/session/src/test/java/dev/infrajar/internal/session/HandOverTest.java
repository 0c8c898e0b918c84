// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Timeouts;
import dev.infrajar.net.forward.Flow;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.ForwarderFactory;
import dev.infrajar.net.forward.ForwarderKind;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.transport.Dialled;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private static final Handshake HANDSHAKE = new Handshake(774, "lobby", 25565, Handshake.NextState.LOGIN);
    private static final ServerDefinition SERVER = new ServerDefinition(
            "lobby",
            List.of("lobby"),
            List.of(BackendAddress.of(new HostAndPort("127.0.0.1", 1))),
            ProxyMode.PASSTHROUGH,
            false,
            new DomainRewrite.None(),
            new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO),
            0,
            "",
            "test",
            Map.of());

    private final SessionTable table = new SessionTable();
    private final HoldHandler hold = new HoldHandler(reason -> {});
    private final EmbeddedChannel client = new EmbeddedChannel(hold);
    private final EmbeddedChannel backend = new EmbeddedChannel(new HoldHandler(reason -> {}));

    /** Fails where it is told to. */
    private record BrokenFactory(String where) implements ForwarderFactory {
        @Override
        public boolean supports(Channel client, Channel backend) {
            failAt("supports");
            return true;
        }

        @Override
        public Forwarder create(Link link) {
            failAt("create");
            link.client().received().release();
            link.backend().received().release();
            return new BrokenForwarder(this, link);
        }

        void failAt(String step) {
            if (where.equals(step)) {
                throw new NoClassDefFoundError("planted");
            }
        }
    }

    /** Reports its end, and fails all the same. */
    private record BrokenForwarder(BrokenFactory factory, Link link) implements Forwarder {
        private static final Flow NO_FLOW = new Flow() {
            @Override
            public long readBytes() {
                return 0;
            }

            @Override
            public long pendingBytes() {
                return 0;
            }

            @Override
            public boolean isReading() {
                return false;
            }

            @Override
            public boolean isOpen() {
                return false;
            }
        };

        @Override
        public void start() {
            link.ended().accept(new Outcome.BackendClosed());
            factory.failAt("start");
        }

        @Override
        public void abort(Outcome outcome) {
            throw new AssertionError("it has ended");
        }

        @Override
        public Flow serverbound() {
            return NO_FLOW;
        }

        @Override
        public Flow clientbound() {
            return NO_FLOW;
        }
    }

    private void assertLeavesNothingBehindWhenItFailsAt(String step) {
        ForwarderRegistry forwarders = new ForwarderRegistry();
        forwarders.add(ForwarderKind.COPY, new BrokenFactory(step));
        LoginDesk desk = new LoginDesk(
                new Neighbours(),
                () -> new SessionConfig(SessionConfig.UnknownDomainBehavior.DROP),
                new SessionPlanner(forwarders, new NoTransport()),
                table,
                new Rejections(),
                new ConcurrentHashMap<>());
        RelayedSession session = new RelayedSession(
                table.nextId(),
                HANDSHAKE,
                new LoginStart("Notch", Optional.empty()),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
                Instant.EPOCH);
        // Two places: a second giving back would be seen.
        assertThat(table.takePlace("lobby", 0)).isTrue();
        assertThat(table.takePlace("lobby", 0)).isTrue();

        new HandOver(desk, session, SERVER, hold, HANDSHAKE, new Dialled.Connected(backend, new HostAndPort("b", 1)))
                .start();
        client.runPendingTasks();

        assertThat(table.countOn("lobby")).isEqualTo(1);
        assertThat(table.count()).isZero();
        assertThat(session.isConnected()).isFalse();
        assertThat(client.isOpen()).isFalse();
        assertThat(backend.isOpen()).isFalse();
    }

    @Test
    void leavesNothingBehindWhenTheSupportCheckFails() {
        assertLeavesNothingBehindWhenItFailsAt("supports");
    }

    @Test
    void leavesNothingBehindWhenNoForwarderCanBeMade() {
        assertLeavesNothingBehindWhenItFailsAt("create");
    }

    @Test
    void clearsUpOnceWhenForwarderEndsAndFails() {
        assertLeavesNothingBehindWhenItFailsAt("start");
    }
}
