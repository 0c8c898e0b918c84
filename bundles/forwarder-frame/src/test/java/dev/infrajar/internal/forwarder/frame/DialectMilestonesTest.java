// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import org.junit.jupiter.api.Test;

class DialectMilestonesTest {
    private final DialectMilestones milestones = new DialectMilestones();

    @Test
    void areSharedByTheSessionsOfADialect() {
        assertThat(milestones.of(TestDialects.of(777))).isSameAs(milestones.of(TestDialects.of(777)));
    }

    @Test
    void areThoseOfEachDialect() {
        assertThat(milestones
                        .of(TestDialects.of(47))
                        .ids(Phase.CONFIGURATION, Direction.CLIENTBOUND)
                        .isEmpty())
                .isTrue();
        assertThat(milestones
                        .of(TestDialects.of(777))
                        .ids(Phase.CONFIGURATION, Direction.CLIENTBOUND)
                        .isEmpty())
                .isFalse();
    }
}
