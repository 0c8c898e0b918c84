// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandSetTest {
    private final ProxyCommand own = new FakeCommand("infrarust", "infrarust", "", "ir");
    private final ProxyCommand first = new FakeCommand("com.example.first", "hello", "", "hi");
    private final ProxyCommand second = new FakeCommand("com.example.second", "Hello", "", "hi", "hey", "ir");

    @Test
    void findsNamesAndAliases() {
        CommandSet set = CommandSet.of(List.of(own, first));

        assertThat(set.find("hello")).contains(first);
        assertThat(set.find("hi")).contains(first);
        assertThat(set.find("ir")).contains(own);
        assertThat(set.find("nothing")).isEmpty();
    }

    @Test
    void givesAWordToTheFirstThatWantsIt() {
        CommandSet set = CommandSet.of(List.of(own, first, second));

        assertThat(set.find("hello")).contains(first);
        assertThat(set.find("hi")).contains(first);
        assertThat(set.find("hey")).contains(second);
        assertThat(set.find("ir")).contains(own);
    }

    @Test
    void showsALoserUnderItsBundle() {
        CommandSet set = CommandSet.of(List.of(own, first, second));

        assertThat(set.entries())
                .extracting(CommandSet.Entry::label)
                .containsExactly("infrarust", "hello", "com.example.second:hello");
        assertThat(set.entries().getLast().aliases()).containsExactly("hey");
        assertThat(set.find("com.example.second:hello")).contains(second);
    }

    @Test
    void reportsEveryWordThatWasTaken() {
        CommandSet set = CommandSet.of(List.of(own, first, second));

        assertThat(set.clashes())
                .containsExactly(
                        new CommandSet.Clash("hello", second, first),
                        new CommandSet.Clash("hi", second, first),
                        new CommandSet.Clash("ir", second, own));
    }

    @Test
    void prefersNamesToAliases() {
        ProxyCommand aliased = new FakeCommand("com.example.third", "third", "", "hello");
        CommandSet set = CommandSet.of(List.of(aliased, first));

        assertThat(set.find("hello")).contains(first);
    }

    @Test
    void reachesEveryCommandByItsBundle() {
        assertThat(CommandSet.of(List.of(own, first)).find("com.example.first:hello"))
                .contains(first);
    }
}
