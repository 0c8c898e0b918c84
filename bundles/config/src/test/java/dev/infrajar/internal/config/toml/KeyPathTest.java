// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyPathTest {
    @Test
    void readsKeysIndicesAndQuotes() {
        KeyPath path = KeyPath.parse(List.of("top"), "a[0].\"b.[ c\"[12].d-e");

        assertThat(path.steps()).containsExactly("top", "a", 0, "b.[ c", 12, "d-e");
        assertThat(path).hasToString("top.a[0].\"b.[ c\"[12].d-e");
    }

    @Test
    void readsEscapedQuotes() {
        assertThat(KeyPath.parse(List.of(), "\"a\\\"b\".c").steps()).containsExactly("a\"b", "c");
    }

    @Test
    void isThePrefixWhenEmpty() {
        assertThat(KeyPath.parse(List.of("a", "b"), "").steps()).containsExactly("a", "b");
    }

    @Test
    void givesTheKeysUpToTheFirstList() {
        assertThat(KeyPath.parse(List.of(), "a.b[1].c").keys()).containsExactly("a", "b");
    }
}
