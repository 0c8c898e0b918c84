// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.FakeForwarder;
import dev.infrajar.internal.session.NoTransport;
import dev.infrajar.internal.session.Samples;
import dev.infrajar.internal.session.config.SessionConfig;
import dev.infrajar.internal.session.gate.Gates;
import dev.infrajar.internal.session.gate.Rejections;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.Place;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.internal.session.services.ForwarderRegistry;
import dev.infrajar.internal.session.services.Neighbours;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.forward.Flow;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.ForwarderFactory;
import dev.infrajar.net.forward.ForwarderKind;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.transport.Dialled;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private static final ServerDefinition SERVER = Samples.server("lobby");

    private final Intake intake = new Intake();
    private final SessionTable table = new SessionTable(intake);
    private final ForwarderRegistry forwarders = new ForwarderRegistry();
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

    private final Rejections rejections = new Rejections();
    private final LoginDesk desk = new LoginDesk(
            new Neighbours(),
            Samples.packets(),
            new LoginRoute(
                    new Gates(rejections),
                    rejections,
                    () -> new SessionConfig(SessionConfig.UnknownDomainBehavior.DROP)),
            new NoTransport(),
            new SessionPlanner(forwarders, new NoTransport()),
            table,
            new ConcurrentHashMap<>());
    private final PlayerSession session = Samples.session(table, "Notch", Samples.connection(client));
    private final Login login = new Login(desk, Samples.connection(client), hold, Samples.handshake("lobby"), session);

    @BeforeEach
    void logIn() {
        login.begin();
        // Two places: a second giving back would be seen.
        assertThat(table.takePlace("lobby", 0)).isTrue();
        assertThat(table.takePlace("lobby", 0)).isTrue();
    }

    private void handOver() {
        new HandOver(
                        desk,
                        login,
                        SERVER,
                        new Dialled.Connected(backend, new HostAndPort("b", 1)),
                        new Place(table, "lobby"),
                        Optional.empty())
                .start();
        client.runPendingTasks();
    }

    private void assertNothingIsLeftBehind() {
        assertThat(table.countOn("lobby")).isEqualTo(1);
        assertThat(table.count()).isZero();
        assertThat(table.players()).isEmpty();
        assertThat(session.isConnected()).isFalse();
        assertThat(client.isOpen()).isFalse();
        assertThat(backend.isOpen()).isFalse();
    }

    private void assertLeavesNothingBehindWhenItFailsAt(String step) {
        forwarders.add(ForwarderKind.COPY, new BrokenFactory(step));

        handOver();

        assertNothingIsLeftBehind();
    }

    private @Nullable String sent() {
        ByteBuf out = client.readOutbound();
        if (out == null) {
            return null;
        }
        String text = out.toString(StandardCharsets.UTF_8);
        out.release();
        return text;
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

    @Test
    void kickBeforeTheHandOverShowsItsTextAndWins() {
        forwarders.add(ForwarderKind.COPY, FakeForwarder.factory());

        table.disconnect(session.sessionId(), Component.text("out"), "kicked");
        handOver();
        table.disconnect(session.sessionId(), Component.text("again"), "kicked again");
        client.runPendingTasks();

        assertThat(sent()).contains("{\"text\":\"out\"}");
        assertThat(sent()).isNull();
        assertNothingIsLeftBehind();
    }

    @Test
    void kickBehindTheHandOverEndsTheRelay() {
        forwarders.add(ForwarderKind.COPY, FakeForwarder.factory());

        handOver();
        assertThat(table.count()).isEqualTo(1);
        table.disconnect(session.sessionId(), Component.text("out"), "kicked");
        client.runPendingTasks();

        assertThat(sent()).isNull();
        assertNothingIsLeftBehind();
    }

    @Test
    void refusalBeforeTheHandOverWins() {
        forwarders.add(ForwarderKind.COPY, FakeForwarder.factory());

        session.refuse(Component.text("stop"), "the proxy stops");
        handOver();

        assertThat(sent()).contains("stop");
        assertNothingIsLeftBehind();
    }

    @Test
    void handedOverSessionIsNotRefusedAnyMore() {
        forwarders.add(ForwarderKind.COPY, FakeForwarder.factory());

        handOver();
        session.refuse(Component.text("stop"), "the proxy stops");
        login.refuse(Component.text("late"), "late");
        client.runPendingTasks();

        assertThat(session.isConnected()).isTrue();
        assertThat(table.count()).isEqualTo(1);
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void refusesLoginWhereNoForwarderIs() {
        handOver();
        client.runPendingTasks();

        assertThat(sent()).contains("being updated");
        assertNothingIsLeftBehind();
    }
}
