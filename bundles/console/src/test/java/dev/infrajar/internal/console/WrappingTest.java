// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
    @Test
    void breaksAtSpaces() {
        assertThat(Wrapping.wrap("shows all commands, or one in detail", 20))
                .containsExactly("shows all commands,", "or one in detail");
    }

    @Test
    void leavesWhatFits() {
        assertThat(Wrapping.wrap("shows all commands", 18)).containsExactly("shows all commands");
    }

    @Test
    void givesALongWordALineOfItsOwn() {
        assertThat(Wrapping.wrap("a /very/long/path/to/somewhere b", 16))
                .containsExactly("a", "/very/long/path/to/somewhere", "b");
    }

    @Test
    void leavesTextsOnAScreenThatIsTooNarrow() {
        assertThat(Wrapping.wrap("shows all commands", -3)).containsExactly("shows all commands");
    }
}
