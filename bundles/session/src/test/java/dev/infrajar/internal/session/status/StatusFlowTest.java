// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.Samples;
import dev.infrajar.internal.session.config.SessionConfig;
import dev.infrajar.internal.session.gate.FakeGate;
import dev.infrajar.internal.session.gate.Gates;
import dev.infrajar.internal.session.gate.Rejections;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LegacyForm;
import dev.infrajar.internal.session.handshake.Opening;
import dev.infrajar.internal.session.services.Neighbours;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.StatusReply;
import dev.infrajar.net.core.StatusResponder;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusFlowTest {
    /** What pingers send that belong to no version. */
    private static final int NO_VERSION = -1;

    private static final StatusReply.Json CACHED = StatusReply.Json.of("{}");

    private final Rejections rejections = new Rejections();
    private final Gates gates = new Gates(rejections);
    private final Neighbours neighbours = new Neighbours();
    private final Router router = Samples.router("lobby");
    private final Queue<Runnable> blocking = new ArrayDeque<>();
    private final EmbeddedChannel client = new EmbeddedChannel();
    private final List<String> outcome = new ArrayList<>();
    private final List<StatusQuery> queries = new ArrayList<>();
    private final StatusFlow flow = new StatusFlow(
            neighbours,
            new StatusRoute(gates, rejections, () -> new SessionConfig(SessionConfig.UnknownDomainBehavior.DROP)),
            blocking::add);

    @BeforeEach
    void build() {
        neighbours.router().set(router);
        neighbours.status().set(new StatusResponder() {
            @Override
            public Optional<StatusReply> answerNow(StatusQuery query) {
                queries.add(query);
                return Optional.of(query.isLegacy() ? new StatusReply.Legacy(-1, "", "hi", 0, 0) : CACHED);
            }

            @Override
            public StatusReply answer(StatusQuery query) {
                queries.add(query);
                return CACHED;
            }
        });
    }

    private void ping(String host) {
        flow.answer(
                Samples.connection(client),
                Samples.handshake(host),
                json -> outcome.add(json.text()),
                () -> outcome.add("dropped"));
    }

    @Test
    void answersOnTheEventLoopWhatIsAtHand() {
        ping("lobby");

        assertThat(outcome).containsExactly("{}");
        assertThat(blocking).isEmpty();
        assertThat(queries.getFirst().client()).isEqualTo(Samples.CLIENT);
        assertThat(queries.getFirst().listener()).isEqualTo(Samples.DESTINATION);
    }

    @Test
    void pingOfNoVersionIsAskedForAndAnsweredAsAModernOne() {
        flow.answer(
                Samples.connection(client),
                new Handshake(NO_VERSION, "lobby", 25_565, Handshake.NextState.STATUS),
                json -> outcome.add(json.text()),
                () -> outcome.add("dropped"));

        assertThat(outcome).containsExactly("{}");
        assertThat(queries.getFirst().isLegacy()).isFalse();
        assertThat(queries.getFirst().protocol()).isEqualTo(NO_VERSION);
    }

    @Test
    void pingOfNoVersionForAnUnknownHostIsDroppedLikeAnyOther() {
        flow.answer(
                Samples.connection(client),
                new Handshake(NO_VERSION, "", 25_565, Handshake.NextState.STATUS),
                json -> outcome.add(json.text()),
                () -> outcome.add("dropped"));

        assertThat(outcome).containsExactly("dropped");
    }

    @Test
    void pingThatIsAnsweredInTheWrongFormIsClosed() {
        neighbours.status().set(new StatusResponder() {
            @Override
            public Optional<StatusReply> answerNow(StatusQuery query) {
                return Optional.empty();
            }

            @Override
            public StatusReply answer(StatusQuery query) {
                return new StatusReply.Legacy(1, "", "hi", 0, 0);
            }
        });

        ping("lobby");
        blocking.remove().run();
        client.runPendingTasks();

        assertThat(outcome).isEmpty();
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void asksTheGatesOfTheServer() {
        FakeGate gate = new FakeGate("server STATUS lobby", FakeGate.REFUSAL);
        gates.add(gate, "test", 0, 1);

        ping("lobby");

        assertThat(outcome).containsExactly("dropped");
        assertThat(queries).isEmpty();
        assertThat(rejections.times()).containsEntry(FakeGate.REFUSAL.reason(), 1L);
    }

    @Test
    void asksThemAlsoWhenTheRouterHasToBeWaitedFor() {
        gates.add(new FakeGate("server STATUS lobby", FakeGate.DROP), "test", 0, 1);
        neighbours.router().unset(router);
        ping("lobby");
        neighbours.router().set(Samples.router("lobby"));
        Runnable waiting = blocking.remove();
        waiting.run();
        client.runPendingTasks();

        assertThat(outcome).containsExactly("dropped");
    }

    @Test
    void dropsUnknownHostsButNotPingsThatNameNone() {
        ping("nowhere");
        flow.answerLegacy(
                Samples.connection(client),
                new Opening.LegacyPing(LegacyForm.BETA, "", 0),
                legacy -> outcome.add(legacy.text()),
                () -> outcome.add("dropped"));

        assertThat(outcome).containsExactly("dropped", "hi");
        assertThat(queries.getFirst().isLegacy()).isTrue();
        assertThat(rejections.times()).containsEntry("unknown host, dropped", 1L);
    }
}
