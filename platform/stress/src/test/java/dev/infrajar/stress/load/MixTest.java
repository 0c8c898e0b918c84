// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.infrajar.stress.pattern.Pattern;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MixTest {
    private static final int PICKS = 10_000;

    @Test
    void picksByWeight() {
        Mix mix = new Mix(List.of(new Mix.Share(Pattern.STATUS, 7), new Mix.Share(Pattern.SLOWLORIS, 3)));
        SplittableRandom random = new SplittableRandom(1);

        long status = Stream.generate(() -> mix.pick(random))
                .limit(PICKS)
                .filter(Pattern.STATUS::equals)
                .count();

        assertThat(status).isBetween(6800L, 7200L);
    }

    @Test
    void needsSomethingToPick() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mix(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mix(List.of(new Mix.Share(Pattern.STATUS, 0))));
    }
}
