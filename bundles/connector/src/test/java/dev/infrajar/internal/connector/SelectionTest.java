// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.connector.Selection.Choice;
import dev.infrajar.internal.connector.balance.Balance;
import dev.infrajar.internal.connector.balance.Strategies;
import dev.infrajar.internal.connector.balance.Strategy;
import dev.infrajar.internal.connector.health.Backend;
import dev.infrajar.internal.connector.health.Failure;
import dev.infrajar.internal.connector.health.HealthNotes;
import dev.infrajar.internal.connector.health.HealthSettings;
import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.net.core.BackendAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SelectionTest {
    private final ManualClock clock = new ManualClock();
    private final HealthNotes health = new HealthNotes(clock);
    private final Choice first = choice(1, 0);
    private final Choice second = choice(2, 0);
    private final Choice third = choice(3, 0);

    private Choice choice(int port, int tier) {
        BackendAddress address = BackendAddress.parse("10.0.0.1:" + port);
        return new Choice(
                new Target(address, address.target(), 1, tier),
                new Backend(address.target(), Definitions.user("survival"), clock.getAsLong()));
    }

    private void fail(Choice choice, int times) {
        for (int i = 0; i < times; i++) {
            health.failed(choice.backend(), Failure.toConnect("no answer"));
        }
    }

    private Selection selection(boolean isProbed, Optional<Strategy> strategy, Choice... choices) {
        HealthSettings probes =
                new HealthSettings(isProbed, ProbeType.TCP, Duration.ofSeconds(10), Duration.ofSeconds(3), false);
        return new Selection(
                List.of(choices),
                new DialSettings(Duration.ofSeconds(5), 9, Balance.FIRST_AVAILABLE, Duration.ZERO, probes),
                strategy,
                clock);
    }

    private static List<Choice> all(Selection selection) {
        List<Choice> taken = new ArrayList<>();
        while (!selection.isEmpty()) {
            taken.add(selection.take());
        }
        return taken;
    }

    private static Optional<Strategy> strategy(Balance balance) {
        return new Strategies(() -> 0.99).of(balance);
    }

    @Test
    void goesByTheOrderOfTheFileWithoutStrategy() {
        assertThat(all(selection(true, Optional.empty(), first, second, third))).containsExactly(first, second, third);
    }

    @Test
    void upComesBeforeDoubtfulBeforeEjected() {
        fail(first, 3);
        fail(second, 1);

        assertThat(all(selection(true, Optional.empty(), first, second, third))).containsExactly(third, second, first);
    }

    @Test
    void lastResortsComeInTheOrderTheyAreDue() {
        fail(second, 3);
        clock.advance(Duration.ofSeconds(1));
        fail(third, 3);
        clock.advance(Duration.ofSeconds(1));
        fail(first, 3);

        assertThat(all(selection(true, Optional.empty(), first, second, third))).containsExactly(second, third, first);
    }

    @Test
    void seesWhatOthersHaveFoundOutMeanwhile() {
        Selection selection = selection(true, Optional.empty(), first, second, third);
        assertThat(selection.take()).isEqualTo(first);

        fail(second, 1);

        assertThat(selection.take()).isEqualTo(third);
        assertThat(selection.take()).isEqualTo(second);
    }

    @Test
    void ejectedOneIsCandidateAgainAfterItsBackOffWhereNobodyProbes() {
        fail(first, 3);
        clock.advance(Duration.ofSeconds(30));

        assertThat(selection(false, Optional.empty(), first, second).take()).isEqualTo(first);
        assertThat(selection(true, Optional.empty(), first, second).take()).isEqualTo(second);
    }

    @Test
    void strategyChoosesAmongThoseThatAreUp() {
        fail(third, 1);

        assertThat(all(selection(true, strategy(Balance.RANDOM), first, second, third)))
                .containsExactly(second, first, third);
    }

    @Test
    void strategyChoosesAmongTheFirstPriority() {
        Choice spare = choice(4, 1);

        assertThat(all(selection(true, strategy(Balance.RANDOM), first, spare))).containsExactly(first, spare);
    }

    @Test
    void sessionsThatAreBeingDialledCountAsLoad() {
        first.backend().opened();
        second.backend().opened();
        second.backend().closed();

        assertThat(selection(true, strategy(Balance.LEAST_CONN), first, second).take())
                .isEqualTo(second);
    }

    @Test
    void tellsWhetherThereIsAnotherThatIsUp() {
        fail(second, 1);
        Selection selection = selection(true, Optional.empty(), first, second);
        assertThat(selection.hasReady()).isTrue();

        selection.take();

        assertThat(selection.hasReady()).isFalse();
        assertThat(selection.size()).isOne();
    }
}
