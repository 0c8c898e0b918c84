// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ConditionTest {
    private static final boolean PROBED = true;
    private static final boolean UNPROBED = false;
    private static final Failure BY_DIAL = Failure.toConnect("no answer");
    private static final Failure BY_PROBE = new Failure("no answer", Evidence.CONNECT, true);

    private static final long START = Long.MAX_VALUE - seconds(3);

    private static long seconds(int count) {
        return Duration.ofSeconds(count).toNanos();
    }

    private static Condition afterFailuresAt(int... seconds) {
        Condition condition = new Condition.Up();
        for (int second : seconds) {
            condition = condition.failed(BY_DIAL, START + seconds(second), PROBED);
        }
        return condition;
    }

    @Test
    void firstFailureMakesDoubtfulForFiveSeconds() {
        Condition once = afterFailuresAt(0);

        assertThat(once.standing(START, UNPROBED)).isEqualTo(Standing.DOUBTFUL);
        assertThat(once.standing(START + seconds(5) - 1, UNPROBED)).isEqualTo(Standing.DOUBTFUL);
        assertThat(once.standing(START + seconds(5), UNPROBED)).isEqualTo(Standing.READY);
    }

    @Test
    void doubtLastsTwiceAsLongWithEachFailureInRow() {
        Condition twice = afterFailuresAt(0, 20);
        Condition often = afterFailuresAt(0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220);

        assertThat(twice.standing(START + seconds(30) - 1, UNPROBED)).isEqualTo(Standing.DOUBTFUL);
        assertThat(twice.standing(START + seconds(30), UNPROBED)).isEqualTo(Standing.READY);
        assertThat(often.standing(START + seconds(250) - 1, UNPROBED)).isEqualTo(Standing.DOUBTFUL);
        assertThat(often.standing(START + seconds(250), UNPROBED)).isEqualTo(Standing.READY);
    }

    @Test
    void threeFailuresInTenSecondsEject() {
        assertThat(afterFailuresAt(0, 9, 10)).isInstanceOf(Condition.Ejected.class);
        assertThat(afterFailuresAt(0, 9, 11)).isInstanceOf(Condition.Doubtful.class);
        assertThat(afterFailuresAt(0, 9, 11, 12)).isInstanceOf(Condition.Ejected.class);
    }

    @Test
    void thirdFailureInRowEjectsWhereNobodyProbesHoweverLongItTakes() {
        Condition twice = afterFailuresAt(0, 600);

        assertThat(twice.failed(BY_DIAL, START + seconds(1200), PROBED)).isInstanceOf(Condition.Doubtful.class);
        assertThat(twice.failed(BY_DIAL, START + seconds(1200), UNPROBED)).isInstanceOf(Condition.Ejected.class);
        assertThat(afterFailuresAt(0).failed(BY_DIAL, START + seconds(600), UNPROBED))
                .isInstanceOf(Condition.Doubtful.class);
    }

    @Test
    void failedProbeOfDoubtfulOneEjects() {
        assertThat(new Condition.Up().failed(BY_PROBE, START, PROBED)).isInstanceOf(Condition.Doubtful.class);
        assertThat(afterFailuresAt(0).failed(BY_PROBE, START + seconds(60), PROBED))
                .isInstanceOf(Condition.Ejected.class);
    }

    @Test
    void successForgetsEveryFailure() {
        Condition mended = afterFailuresAt(0, 1).worked(Evidence.CONNECT);

        assertThat(mended).isEqualTo(new Condition.Up());
        assertThat(mended.failed(BY_DIAL, START + seconds(2), PROBED)).isInstanceOf(Condition.Doubtful.class);
        assertThat(afterFailuresAt(0, 1, 2).worked(Evidence.CONNECT)).isEqualTo(new Condition.Up());
    }

    @Test
    void backOffDoublesUpToFiveMinutes() {
        Condition condition = afterFailuresAt(0, 0, 0);
        long now = START;
        int[] expected = {30, 60, 120, 240, 300, 300};
        for (int backOff : expected) {
            assertThat(condition.dueNanos(now) - now).isEqualTo(seconds(backOff));
            now += seconds(backOff);
            condition = condition.failed(BY_DIAL, now, PROBED);
        }
    }

    @Test
    void failureBeforeTheBackOffIsOverDoesNotLengthenIt() {
        Condition condition = afterFailuresAt(0, 0, 0).failed(BY_DIAL, START + seconds(29), PROBED);

        assertThat(condition.dueNanos(START)).isEqualTo(START + seconds(30));
    }

    @Test
    void ejectedOneIsReadyAfterItsBackOffWhereNobodyProbes() {
        Condition condition = afterFailuresAt(0, 0, 0);

        assertThat(condition.standing(START + seconds(30) - 1, UNPROBED)).isEqualTo(Standing.OUT);
        assertThat(condition.standing(START + seconds(30), UNPROBED)).isEqualTo(Standing.READY);
    }

    @Test
    void timeAloneBringsNobodyBackWhereProbesAreMade() {
        assertThat(afterFailuresAt(0).standing(START + seconds(600), PROBED)).isEqualTo(Standing.DOUBTFUL);
        assertThat(afterFailuresAt(0, 0, 0).standing(START + seconds(600), PROBED))
                .isEqualTo(Standing.OUT);
    }

    @Test
    void connectionDoesNotProveThatOneAnswersThatDidNot() {
        Failure silent = new Failure("no status answer", Evidence.ANSWER, true);
        Condition out = new Condition.Up().failed(silent, START, PROBED).failed(silent, START, PROBED);

        assertThat(out.worked(Evidence.CONNECT)).isInstanceOf(Condition.Ejected.class);
        assertThat(out.failed(BY_DIAL, START, PROBED).worked(Evidence.CONNECT)).isInstanceOf(Condition.Ejected.class);
        assertThat(out.worked(Evidence.ANSWER)).isEqualTo(new Condition.Up());
    }
}
