// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.config.SessionConfig;
import dev.infrajar.internal.session.gate.Gates;
import dev.infrajar.internal.session.gate.Rejections;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.login.LoginDesk;
import dev.infrajar.internal.session.login.LoginRoute;
import dev.infrajar.internal.session.login.Logins;
import dev.infrajar.internal.session.login.SessionPlanner;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.internal.session.services.ForwarderRegistry;
import dev.infrajar.internal.session.services.Neighbours;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class DrainTest {
    private final Intake intake = new Intake();
    private final SessionTable table = new SessionTable(intake);

    @Test
    void endsAtOnceWhereNobodyIs() {
        new Drain(table, intake).run();

        assertThat(intake.verdict()).isSameAs(Intake.STOPPING);
    }

    @Test
    void tellsThoseWhoAreLoggingInThatTheProxyStops() {
        List<String> refused = new ArrayList<>();
        // Closed already: nobody has to be waited for.
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.close();
        PlayerSession session = Samples.session(table, "waiting", Samples.connection(channel));
        session.leavesBy((text, reason) -> refused.add(reason));
        table.add(session);

        new Drain(table, intake).run();
        channel.runPendingTasks();

        assertThat(refused).containsExactly("the proxy stops");
    }

    @Test
    void whoComesLaterIsToldAsWell() {
        HoldHandler hold = new HoldHandler(reason -> {});
        EmbeddedChannel channel = new EmbeddedChannel(hold);
        Rejections rejections = new Rejections();
        LoginDesk desk = new LoginDesk(
                new Neighbours(),
                Samples.packets(),
                new LoginRoute(
                        new Gates(rejections),
                        rejections,
                        () -> new SessionConfig(SessionConfig.UnknownDomainBehavior.DROP)),
                new NoTransport(),
                new SessionPlanner(new ForwarderRegistry(), new NoTransport()),
                table,
                new ConcurrentHashMap<>());
        new Drain(table, intake).run();

        new Logins(desk, intake, Runnable::run, Clock.systemUTC())
                .begin(
                        Samples.connection(channel),
                        hold,
                        Samples.handshake("lobby"),
                        new LoginStart("late", Optional.empty()));
        channel.runPendingTasks();

        ByteBuf farewell = channel.readOutbound();
        assertThat(farewell.toString(StandardCharsets.UTF_8)).contains("is restarting");
        farewell.release();
        assertThat(table.players()).isEmpty();
    }
}
