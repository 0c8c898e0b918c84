// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @Test
    void tellsNamesFromUuids() {
        assertThat(Target.player("550e8400-e29b-41d4-a716-446655440000"))
                .isEqualTo(Target.player("550E8400E29B41D4A716446655440000"))
                .isInstanceOf(Target.Id.class);
        assertThat(Target.player("Steve")).isInstanceOf(Target.Name.class);
        assertThat(Target.player("1-1-1-1-1")).isInstanceOf(Target.Name.class);
    }

    @Test
    void namesThatDifferInCaseAloneAreEqual() {
        assertThat(Target.name("Steve")).isEqualTo(Target.name("sTEVE")).hasSameHashCodeAs(Target.name("sTEVE"));
        assertThat(Target.name("Steve").toString()).isEqualTo("Steve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCDEFGHIJKLMNOPQ", "550e8400-e29b-41d4-a716-44665544000g"})
    void refusesNamesThatNobodyCanHave(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.player(text))
                .withMessageContaining("1 to 16 characters");
    }

    @Test
    void writesABlockWithoutTheBitsThatDoNotCount() {
        assertThat(Target.address("10.1.2.3/8")).isEqualTo(Target.address("10.0.0.0/8"));
        assertThat(Target.address("10.1.2.3/8").toString()).isEqualTo("10.0.0.0/8");
        assertThat(Target.address("10.1.2.3/32").toString()).isEqualTo("10.1.2.3");
    }

    @Test
    void findsAddressesAmongOtherWords() {
        assertThat(Target.findAddress("::1")).isPresent();
        assertThat(Target.findAddress("10.0.0.0/8")).isPresent();
        assertThat(Target.findAddress("Steve")).isEmpty();
        assertThat(Target.findAddress("10.0.0.0/33")).isEmpty();
    }
}
