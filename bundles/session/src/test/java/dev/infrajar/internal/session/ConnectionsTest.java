// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.config.SessionConfig;
import dev.infrajar.internal.session.gate.Entrance;
import dev.infrajar.internal.session.gate.FakeGate;
import dev.infrajar.internal.session.gate.Gates;
import dev.infrajar.internal.session.gate.Rejections;
import dev.infrajar.internal.session.login.LoginDesk;
import dev.infrajar.internal.session.login.LoginRoute;
import dev.infrajar.internal.session.login.Logins;
import dev.infrajar.internal.session.login.SessionPlanner;
import dev.infrajar.internal.session.phase.OpeningHandler;
import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.internal.session.services.ForwarderRegistry;
import dev.infrajar.internal.session.services.Neighbours;
import dev.infrajar.internal.session.status.StatusFlow;
import dev.infrajar.internal.session.status.StatusRoute;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private final Intake intake = new Intake();
    private final Rejections rejections = new Rejections();
    private final Gates gates = new Gates(rejections);
    private final Entrance entrance = new Entrance(gates, intake, rejections);
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Neighbours neighbours = new Neighbours();

    private void accept() {
        LoginDesk desk = new LoginDesk(
                neighbours,
                Samples.packets(),
                new LoginRoute(gates, rejections, ConnectionsTest::config),
                new NoTransport(),
                new SessionPlanner(new ForwarderRegistry(), new NoTransport()),
                new SessionTable(intake),
                new ConcurrentHashMap<>());
        new Connections(
                        entrance,
                        new StatusFlow(
                                neighbours, new StatusRoute(gates, rejections, ConnectionsTest::config), Runnable::run),
                        new Logins(desk, intake, Runnable::run, Clock.systemUTC()))
                .accept(Samples.connection(channel));
    }

    private static SessionConfig config() {
        return new SessionConfig(SessionConfig.UnknownDomainBehavior.DROP);
    }

    @Test
    void closesConnectionThatAGateDoesNotWantBeforeAnythingIsInstalled() {
        gates.add(new FakeGate("connection 203.0.113.7", FakeGate.REFUSAL), "test", 0, 1);

        accept();

        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.pipeline().get(OpeningHandler.class)).isNull();
        assertThat(rejections.times()).containsEntry(FakeGate.REFUSAL.reason(), 1L);
    }

    @Test
    void startsTheFirstPhaseOfTheOthers() {
        accept();

        assertThat(channel.isOpen()).isTrue();
        assertThat(channel.pipeline().get(OpeningHandler.class)).isNotNull();
    }

    @Test
    void answersPingsOfDrainedProxyAndRefusesItsLogins() {
        intake.drain();

        assertThat(entrance.request(Samples.connection(channel), RequestKind.STATUS))
                .isSameAs(Verdict.PASS);
        assertThat(entrance.request(Samples.connection(channel), RequestKind.LOGIN))
                .isInstanceOf(Verdict.Refuse.class);
    }

    @Test
    void keepsOutSilentlyWhomAGateDropsAlsoWhileTheProxyIsDrained() {
        intake.drain();
        gates.add(new FakeGate("request LOGIN", FakeGate.DROP), "test", 0, 1);

        assertThat(entrance.request(Samples.connection(channel), RequestKind.LOGIN))
                .isEqualTo(FakeGate.DROP);
    }
}
