// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private final CommandTable commands = new CommandTable();
    private final Completion completion = new Completion(commands);
    private long id;

    private void add(String name, List<String> aliases, Function<List<String>, List<String>> complete) {
        commands.add(new CommandTable.Entry(0, ++id, new Completing(name, aliases, complete)));
    }

    @Test
    void completesNamesAndWhatBeginsAnAlias() {
        add("servers", List.of("backends"), words -> List.of());
        add("server", List.of(), words -> List.of());
        add("bundle", List.of(), words -> List.of());

        assertThat(completion.of(List.of(""))).containsExactly("bundle", "server", "servers");
        assertThat(completion.of(List.of("SER"))).containsExactly("server", "servers");
        assertThat(completion.of(List.of("b"))).containsExactly("backends", "bundle");
    }

    @Test
    void completesArgumentsOfACommandAndItsAliases() {
        add("server", List.of("srv"), words -> words.size() == 1 ? List.of("survival", "Pvp", "sky") : List.of());

        assertThat(completion.of(List.of("server", "s"))).containsExactly("sky", "survival");
        assertThat(completion.of(List.of("SRV", "p"))).containsExactly("Pvp");
        assertThat(completion.of(List.of("server", "sky", ""))).isEmpty();
        assertThat(completion.of(List.of("fly", ""))).isEmpty();
    }

    @Test
    void survivesACommandThatFails() {
        add("boom", List.of(), words -> {
            throw new NoClassDefFoundError("thrown by the test");
        });

        assertThat(completion.of(List.of("boom", ""))).isEmpty();
    }

    private record Completing(String name, List<String> aliases, Function<List<String>, List<String>> completing)
            implements ConsoleCommand {
        @Override
        public String usage() {
            return "";
        }

        @Override
        public String summary() {
            return "";
        }

        @Override
        public void run(List<String> arguments, ConsoleWriter out) {
            out.println("done");
        }

        @Override
        public List<String> complete(List<String> arguments) {
            return completing.apply(arguments);
        }
    }
}
