// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.commands.FakeSource;
import dev.infrajar.internal.commands.tree.GraftNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private final CommandSet set = CommandSet.of(List.of(
            new FakeCommand("com.example.a", "open", "", "o"),
            new FakeCommand("com.example.b", "closed", "example.closed")));

    private final Dispatcher dispatcher = new Dispatcher(() -> set);
    private final FakeSource player = new FakeSource();
    private final FakeSource admin = new FakeSource("*");

    private static CommandLine line(String text) {
        return CommandLine.of(text);
    }

    @Test
    void runsWhatWasTyped() {
        dispatcher.run(player, line("OPEN  some words"));

        assertThat(player.read()).containsExactly("open of com.example.a ( some words)");
    }

    @Test
    void refusesWithoutPermission() {
        dispatcher.run(player, line("closed"));
        dispatcher.run(admin, line("closed"));

        assertThat(player.read()).containsExactly("[Infrarust] You don't have permission.");
        assertThat(admin.read()).containsExactly("closed of com.example.b ()");
    }

    @Test
    void tellsThatACommandHasFailed() {
        dispatcher.run(player, line("open fail"));

        assertThat(player.read()).containsExactly("[Infrarust] The command 'open' has failed.");
    }

    @Test
    void completesWithWordsThatBeginAsTheLastOne() {
        assertThat(dispatcher.complete(player, line("open x AL"))).containsExactly("alpha", "alpine");
        assertThat(dispatcher.complete(player, line("open "))).containsExactly("Beta", "alpha", "alpine");
    }

    @Test
    void completesNothingWithoutPermission() {
        assertThat(dispatcher.complete(player, line("closed "))).isEmpty();
        assertThat(dispatcher.complete(admin, line("closed "))).isNotEmpty();
    }

    @Test
    void showsEachSourceWhatItMayCall() {
        assertThat(dispatcher.words(player)).containsExactly("open", "o");
        assertThat(dispatcher.tree(player))
                .containsExactly(new GraftNode.Literal("open", true, List.of()), new GraftNode.Alias("o", "open"));
        assertThat(dispatcher.words(admin)).containsExactly("open", "o", "closed");
    }

    @Test
    void knowsCommandsOfOthersToo() {
        assertThat(dispatcher.knows("closed")).isTrue();
        assertThat(dispatcher.knows("help")).isFalse();
    }
}
