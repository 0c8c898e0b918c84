// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.admission.Verdict;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final Intake intake = new Intake();

    @Test
    void isOpenUntilItIsDrainedAndAgainBehindThat() {
        assertThat(intake.open()).isFalse();
        assertThat(intake.drain()).isTrue();
        assertThat(intake.drain()).isFalse();
        assertThat(intake.isClosed()).isTrue();
        assertThat(intake.open()).isTrue();
        assertThat(intake.verdict()).isSameAs(Verdict.PASS);
    }

    @Test
    void neverOpensAgainOnceTheProxyStops() {
        intake.drain();
        intake.stop();

        assertThat(intake.open()).isFalse();
        assertThat(intake.verdict()).isSameAs(Intake.STOPPING);
    }
}
