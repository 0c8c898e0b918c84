// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TapOwner;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapCostsTest {
    private static final PacketTap PASSES = packet -> {};

    private final TapStage stage = new TapStage();

    @AfterEach
    void close() {
        stage.close();
    }

    private List<Long> calls(String... ids) {
        return List.of(ids).stream().map(id -> stage.cost(id).calls()).toList();
    }

    @Test
    void countsEveryCallAndTimesASample() {
        stage.plugin.add("a", "p1", PASSES);
        TapChain chain = stage.open();
        for (int i = 0; i < 2 * TapSnapshot.SAMPLE; i++) {
            stage.show(chain, 1);
        }

        ListenerCost cost = stage.cost("a");
        assertThat(cost.calls()).isEqualTo(2 * TapSnapshot.SAMPLE);
        assertThat(cost.time().totalNanos()).isPositive();
        assertThat(cost.time().p99Nanos()).isGreaterThanOrEqualTo(cost.time().p50Nanos());
        assertThat(cost.kinds()).containsExactly("play clientbound p1");
    }

    @Test
    void timesEveryCallOfRunningSessionsOnceToldTo() {
        stage.plugin.add("a", "p1", PASSES);
        TapChain chain = stage.open();

        stage.registry.timeEveryCall(true);
        assertThat(stage.registry.isEveryCallTimed()).isTrue();
        stage.show(chain, 1);

        assertThat(stage.cost("a").time().p50Nanos()).isPositive();
        assertThat(chain.version()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void countsThoseThatHaveSeenAPacketWhichOneOfThemDrops(boolean isEveryCallTimed) {
        stage.registry.timeEveryCall(isEveryCallTimed);
        stage.plugin.add("a", "p1", PASSES);
        stage.plugin.add("b", "p1", TappedPacket::drop);
        stage.plugin.add("c", "p1", PASSES);
        TapChain chain = stage.open();

        stage.show(chain, 1);
        stage.show(chain, 1);

        assertThat(calls("a", "b", "c")).containsExactly(2L, 2L, 0L);
    }

    @Test
    void countsAHeldPacketOnceForEach() {
        stage.plugin.add("a", "p1", PASSES);
        stage.plugin.add("b", "p1", packet -> packet.hold(Duration.ofSeconds(1), new Decision.Pass()));
        stage.plugin.add("c", "p1", PASSES);
        TapChain chain = stage.open();

        FakePacket held = stage.show(chain, 1);
        assertThat(calls("a", "b", "c")).containsExactly(1L, 1L, 0L);

        stage.session.onLoop(() -> chain.resumed(held));
        assertThat(calls("a", "b", "c")).containsExactly(1L, 1L, 1L);
    }

    @Test
    void countsFailedCallsApartFromThoseOfTheOthers() {
        stage.plugin.add("a", "p1", PASSES);
        stage.plugin.add("b", "p1", packet -> {
            throw new IllegalStateException("boom");
        });
        TapChain chain = stage.open();

        stage.show(chain, 1);
        stage.show(chain, 1);

        assertThat(calls("a", "b")).containsExactly(2L, 2L);
        assertThat(stage.cost("a").failures()).isZero();
        assertThat(stage.cost("b").failures()).isEqualTo(2);
    }

    @Test
    void countsOnlyThoseThatWantAPacketOfThatSize() {
        stage.plugin.add("small", Map.of("tap.maxBytes", 1), session -> Optional.of(PASSES));
        stage.plugin.add("large", "p1", PASSES);

        stage.show(stage.open(), 1);

        assertThat(calls("small", "large")).containsExactly(0L, 1L);
    }

    @Test
    void tellsTapsOfListenersWhichCountThemselves() {
        stage.plugin.add("own", "p1", PASSES);
        stage.plugin.add("owned", Map.of(TapOwner.BUNDLE, "com.example.plugin"), session -> Optional.of(PASSES));

        assertThat(stage.cost("own").isListeners()).isFalse();
        assertThat(stage.cost("owned").isListeners()).isTrue();
    }

    @Test
    void keepsTheCountsWhenOthersComeAndSessionsEnd() {
        stage.plugin.add("a", "p1", PASSES);
        TapChain chain = stage.open();
        stage.show(chain, 1);

        stage.plugin.add("b", "p1", PASSES);
        stage.show(chain, 1);
        stage.session.onLoop(chain::closed);
        stage.show(stage.open(), 1);

        assertThat(calls("a", "b")).containsExactly(3L, 2L);
    }
}
