// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdSetTest {
    @Test
    void containsWhatItWasMadeOf() {
        IdSet set = IdSet.of(0, 63, 64, 140);

        assertThat(set.ids()).containsExactly(0, 63, 64, 140);
        assertThat(set.contains(1)).isFalse();
        assertThat(set.isEmpty()).isFalse();
        assertThat(set).hasToString("[0, 63, 64, 140]");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 192, 4096})
    void doesNotContainWhatAHostilePeerMakesUp(int id) {
        assertThat(IdSet.of(0, 140).contains(id)).isFalse();
        assertThat(IdSet.NONE.contains(id)).isFalse();
    }

    @Test
    void unitesSets() {
        assertThat(IdSet.of(1).union(IdSet.of(List.of(100)))).isEqualTo(IdSet.of(1, 100));
        assertThat(IdSet.NONE.union(IdSet.NONE)).isEqualTo(IdSet.NONE);
        assertThat(IdSet.of().isEmpty()).isTrue();
    }

    @Test
    void refusesIdsNoTableHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> IdSet.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> IdSet.of(4096));
        assertThatIllegalArgumentException().isThrownBy(() -> IdSet.of(1, Integer.MAX_VALUE));
    }
}
