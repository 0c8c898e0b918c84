// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.internal.session.FakeEvents;
import dev.infrajar.internal.session.FakeForwarder;
import dev.infrajar.internal.session.NoTransport;
import dev.infrajar.internal.session.Samples;
import dev.infrajar.internal.session.config.SessionConfig;
import dev.infrajar.internal.session.gate.FakeGate;
import dev.infrajar.internal.session.gate.Gates;
import dev.infrajar.internal.session.gate.Rejections;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.internal.session.services.ForwarderRegistry;
import dev.infrajar.internal.session.services.Neighbours;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.LoginVerdict;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.forward.ForwarderKind;
import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything runs on the test's thread: what a virtual thread would do waits in a queue. */
class LoginFlowTest {
    private final Intake intake = new Intake();
    private final SessionTable table = new SessionTable(intake);
    private final Rejections rejections = new Rejections();
    private final Gates gates = new Gates(rejections);
    private final Neighbours neighbours = new Neighbours();
    private final Router router = Samples.router("lobby", "games");
    private final ForwarderRegistry forwarders = new ForwarderRegistry();
    private final Queue<Runnable> blocking = new ArrayDeque<>();
    private final HoldHandler hold = new HoldHandler(reason -> {});
    private final EmbeddedChannel client = new EmbeddedChannel(hold);
    private final EmbeddedChannel backend = new EmbeddedChannel(new HoldHandler(reason -> {}));
    private final ClientConnection connection = Samples.connection(client);
    private final List<Dial> dials = new ArrayList<>();
    private SessionConfig.UnknownDomainBehavior unknownHosts = SessionConfig.UnknownDomainBehavior.DROP;
    private final Logins logins = new Logins(
            new LoginDesk(
                    neighbours,
                    Samples.packets(),
                    new LoginRoute(gates, rejections, () -> new SessionConfig(unknownHosts)),
                    new NoTransport(),
                    new SessionPlanner(forwarders, new NoTransport()),
                    table,
                    new ConcurrentHashMap<>()),
            intake,
            blocking::add,
            Clock.systemUTC());

    @BeforeEach
    void build() {
        forwarders.add(ForwarderKind.COPY, FakeForwarder.factory());
        neighbours.router().set(router);
        neighbours.connector().set(this::connect);
    }

    private Future<Dialled> connect(Dial dial) {
        dials.add(dial);
        return dial.loop().newSucceededFuture(new Dialled.Connected(backend, new HostAndPort("b", 1)));
    }

    private void join(String host) {
        logins.begin(connection, hold, Samples.handshake(host), new LoginStart("Notch", Optional.empty()));
        client.runPendingTasks();
    }

    /** What the virtual thread does, and then the event loop. */
    private void goOn() {
        Runnable next = blocking.remove();
        next.run();
        client.runPendingTasks();
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

    private void assertNobodyIsLeft() {
        assertThat(table.players()).isEmpty();
        assertThat(table.countOn("lobby")).isZero();
        assertThat(table.countOn("games")).isZero();
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void dialsForTheAddressOfTheClientNotOfTheSocket() {
        join("lobby");

        assertThat(table.players()).hasSize(1);
        assertThat(dials).hasSize(1);
        assertThat(dials.getFirst().client()).isEqualTo(Samples.CLIENT);
        assertThat(dials.getFirst().listener()).isEqualTo(Samples.DESTINATION);
        assertThat(dials.getFirst().purpose()).isEqualTo(Dial.Purpose.SESSION);
        assertThat(table.players().getFirst().remoteAddress()).isEqualTo(Samples.CLIENT);
        assertThat(table.count()).isEqualTo(1);
        assertThat(table.countOn("lobby")).isEqualTo(1);
    }

    @Test
    void asksTheGatesOfTheServerThenThoseOfThePlayer() {
        FakeGate gate = new FakeGate();
        gates.add(gate, "test", 0, 1);

        join("lobby");

        assertThat(gate.asked).containsExactly("server LOGIN lobby", "login Notch lobby");
    }

    @Test
    void refusesOnTheEventLoopWhomAGateRefuses() {
        gates.add(new FakeGate("login Notch lobby", FakeGate.REFUSAL), "test", 0, 1);

        join("lobby");

        assertThat(blocking).isEmpty();
        assertThat(sent()).contains("not you");
        assertThat(rejections.times()).containsEntry(FakeGate.REFUSAL.reason(), 1L);
        assertNobodyIsLeft();
    }

    @Test
    void showsTheTextOfAGateAlsoWhereUnknownHostsAreDropped() {
        gates.add(new FakeGate("server LOGIN lobby", FakeGate.REFUSAL), "test", 0, 1);

        join("lobby");

        assertThat(sent()).contains("not you");
        assertNobodyIsLeft();
    }

    @Test
    void closesWithoutWordWhomAGateDropsAndWhoseHostIsUnknown() {
        gates.add(new FakeGate("server LOGIN lobby", FakeGate.DROP), "test", 0, 1);

        join("lobby");

        assertThat(sent()).isNull();
        assertNobodyIsLeft();
    }

    @Test
    void dropsUnknownHostWhereToldTo() {
        join("nowhere");

        assertThat(sent()).isNull();
        assertThat(rejections.times()).containsEntry("unknown host, dropped", 1L);
        assertNobodyIsLeft();
    }

    @Test
    void namesUnknownHostElse() {
        unknownHosts = SessionConfig.UnknownDomainBehavior.DEFAULT_MOTD;

        join("nowhere");

        assertThat(sent()).contains("Unknown server: nowhere");
        assertNobodyIsLeft();
    }

    @Test
    void waitsForRouterThatIsBeingReplaced() {
        neighbours.router().unset(router);
        join("lobby");
        neighbours.router().set(Samples.router("lobby"));
        goOn();

        assertThat(table.count()).isEqualTo(1);
    }

    @Test
    void asksTheGatesOfServerThatAPluginSendsThePlayerTo() {
        FakeGate gate = new FakeGate("server LOGIN games", FakeGate.REFUSAL);
        gates.add(gate, "test", 0, 1);
        neighbours
                .events()
                .set(new FakeEvents(
                        new LoginVerdict.Allow(Optional.of("games"), LoginVerdict.Proof.AS_CONFIGURED),
                        ServerConnectDecision.allow()));

        join("lobby");
        goOn();

        assertThat(gate.asked).containsExactly("server LOGIN lobby", "login Notch lobby", "server LOGIN games");
        assertThat(sent()).contains("not you");
        assertThat(dials).isEmpty();
        assertNobodyIsLeft();
    }

    @Test
    void asksThemAlsoWhenTheServerIsChangedBeforeItIsDialled() {
        FakeGate gate = new FakeGate();
        gates.add(gate, "test", 0, 1);
        neighbours.events().set(new FakeEvents(LoginVerdict.ALLOW, ServerConnectDecision.connectTo("games")));

        join("lobby");
        goOn();

        assertThat(gate.asked).endsWith("server LOGIN games");
        assertThat(table.countOn("games")).isEqualTo(1);
    }

    @Test
    void refusesNewPlayersWhileTheProxyIsDrained() {
        intake.drain();

        join("lobby");

        assertThat(sent()).contains("takes no new players");
        assertNobodyIsLeft();
    }

    @Test
    void staysOnTheEventLoopWhereNobodyIsAsked() {
        join("lobby");

        assertThat(blocking).isEmpty();
        assertThat(table.count()).isEqualTo(1);
    }

    @Test
    void waitsForConnectorThatIsBeingReplaced() {
        Connector connector = this::connect;
        neighbours.connector().set(connector);
        neighbours.connector().unset(connector);
        join("lobby");
        assertThat(dials).isEmpty();
        neighbours.connector().set(connector);
        goOn();

        assertThat(table.count()).isEqualTo(1);
    }

    @Test
    void kickEndsTheWaitForABackendAndShowsItsText() {
        Promise<Dialled> dialling = client.eventLoop().newPromise();
        neighbours.connector().set(_ -> dialling);
        join("lobby");

        kick("while dialling");
        client.runPendingTasks();

        assertThat(dialling.isCancelled()).isTrue();
        assertThat(sent()).contains("while dialling");
        assertThat(sent()).isNull();
        assertNobodyIsLeft();
    }

    @Test
    void kickAsTheBackendAnswersLeavesNoBackendConnection() {
        neighbours.connector().set(dial -> {
            kick("too late to wait");
            return connect(dial);
        });

        join("lobby");

        assertThat(sent()).contains("too late to wait");
        assertThat(backend.isOpen()).isFalse();
        assertNobodyIsLeft();
    }

    @Test
    void showsTextWhenDiallingBreaksOff() {
        neighbours.connector().set(dial -> dial.loop()
                .newFailedFuture(new NoClassDefFoundError("the bundle was replaced")));

        join("lobby");

        assertThat(sent()).contains("being updated");
        assertNobodyIsLeft();
    }

    @Test
    void kickWhilePluginsAreAskedDialsNobody() {
        neighbours.events().set(new FakeEvents(LoginVerdict.ALLOW, ServerConnectDecision.allow(), () -> {
            kick("while asking");
            // As the dispatcher does: it answers, and leaves the interrupt to the caller.
        }));

        join("lobby");
        goOn();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(dials).isEmpty();
        assertThat(sent()).contains("while asking");
        assertNobodyIsLeft();
    }

    @Test
    void kickBeforeTheThreadStartsDialsNobody() {
        neighbours.events().set(new FakeEvents(LoginVerdict.ALLOW, ServerConnectDecision.allow()));
        join("lobby");
        kick("at once");
        goOn();

        assertThat(dials).isEmpty();
        assertThat(sent()).contains("at once");
        assertNobodyIsLeft();
    }

    @Test
    void showsTheDisconnectMessageWhenNoBackendAnswers() {
        neighbours.connector().set(dial -> dial.loop().newSucceededFuture(new Dialled.Unreachable("refused", true)));

        join("lobby");

        assertThat(sent()).contains("back at eight");
        assertNobodyIsLeft();
    }

    @Test
    void doesNotHangWhenARouterFails() {
        neighbours.router().set(new Router() {
            @Override
            public Optional<ServerDefinition> route(String virtualHost) {
                throw new NoClassDefFoundError("replaced");
            }

            @Override
            public Optional<ServerDefinition> byId(String id) {
                throw new AssertionError("not asked");
            }

            @Override
            public List<ServerDefinition> all() {
                throw new AssertionError("not asked");
            }
        });

        join("lobby");

        assertThat(sent()).contains("being updated");
        assertNobodyIsLeft();
    }

    private void kick(String text) {
        long id = table.players().getFirst().sessionId();
        assertThat(table.disconnect(id, Component.text(text), "kicked")).isTrue();
        client.runPendingTasks();
    }
}
