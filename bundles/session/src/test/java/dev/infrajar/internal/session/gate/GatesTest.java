// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.Samples;
import dev.infrajar.net.admission.Gate;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.transport.ClientConnection;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class GatesTest {
    private static final String AT_CONNECTION = "connection 203.0.113.7";

    private final Rejections rejections = new Rejections();
    private final Gates gates = new Gates(rejections);
    private final ClientConnection connection = Samples.connection(new EmbeddedChannel());

    @Test
    void letsEverybodyPassWhereNoGateIs() {
        assertThat(gates.connection(connection)).isSameAs(Verdict.PASS);
        assertThat(gates.request(connection, RequestKind.LOGIN)).isSameAs(Verdict.PASS);
    }

    @Test
    void asksInTheOrderOfRankingThenOfRegistration() {
        FakeGate last = new FakeGate();
        FakeGate second = new FakeGate(AT_CONNECTION, FakeGate.REFUSAL);
        FakeGate first = new FakeGate();
        gates.add(last, "b", 0, 2);
        gates.add(first, "a", 5, 9);
        gates.add(second, "a", 0, 1);

        assertThat(gates.connection(connection)).isEqualTo(FakeGate.REFUSAL);

        assertThat(first.asked).containsExactly(AT_CONNECTION);
        assertThat(second.asked).containsExactly(AT_CONNECTION);
        assertThat(last.asked).isEmpty();
    }

    @Test
    void asksNoMoreWhatHasGone() {
        FakeGate gate = new FakeGate(AT_CONNECTION, FakeGate.DROP);
        gates.add(gate, "a", 0, 1);
        assertThat(gates.connection(connection)).isEqualTo(FakeGate.DROP);

        gates.remove(gate);

        assertThat(gates.connection(connection)).isSameAs(Verdict.PASS);
    }

    @Test
    void passesOverGateThatThrows() {
        Gate broken = new Gate() {
            @Override
            public Verdict connection(ClientConnection ignored) {
                throw new NoClassDefFoundError("planted");
            }
        };
        gates.add(broken, "broken", 5, 1);
        gates.add(new FakeGate(AT_CONNECTION, FakeGate.DROP), "sound", 0, 2);

        assertThat(gates.connection(connection)).isEqualTo(FakeGate.DROP);
        assertThat(gates.connection(connection)).isEqualTo(FakeGate.DROP);
        assertThat(gates.request(connection, RequestKind.STATUS)).isSameAs(Verdict.PASS);
    }

    @Test
    void countsWhomTheyKeepOutByReason() {
        gates.add(new FakeGate(AT_CONNECTION, FakeGate.DROP), "a", 0, 1);
        gates.add(new FakeGate("request LOGIN", FakeGate.REFUSAL), "a", 0, 2);

        gates.connection(connection);
        gates.connection(connection);
        gates.request(connection, RequestKind.LOGIN);
        gates.request(connection, RequestKind.STATUS);

        assertThat(rejections.times()).containsEntry(FakeGate.DROP.reason(), 2L);
        assertThat(rejections.times()).containsEntry(FakeGate.REFUSAL.reason(), 1L);
    }
}
