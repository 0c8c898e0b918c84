// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OwnCommandsTest {
    private static List<String> run(ConsoleCommand command) {
        StringWriter text = new StringWriter();
        command.run(List.of(), new ConsoleWriter(text, ConsoleWriter.UNLIMITED));
        return text.toString().lines().toList();
    }

    @Test
    void gcShowsTheMemoryBeforeAndAfter() {
        assertThat(run(new GcCommand())).hasSize(2).satisfies(lines -> {
            assertThat(lines.getFirst()).startsWith("before  heap ");
            assertThat(lines.getLast()).startsWith("after   heap ");
        });
    }

    @Test
    void clearEmptiesTheScreenOfThisMoment() {
        AtomicInteger cleared = new AtomicInteger();
        ClearCommand command = new ClearCommand(() -> new Screen() {
            @Override
            public int width() {
                return 80;
            }

            @Override
            public void clear() {
                cleared.incrementAndGet();
            }
        });

        assertThat(run(command)).isEmpty();
        assertThat(cleared).hasValue(1);
        assertThat(run(new ClearCommand(() -> Screen.PLAIN))).isEmpty();
    }

    @Test
    void helpWrapsWhatDoesNotFit() {
        CommandTable commands = new CommandTable();
        commands.add(new CommandTable.Entry(0, 1, new HelpCommand(commands)));
        commands.add(new CommandTable.Entry(0, 2, FakeCommand.named("a-command-of-a-long-name")));
        StringWriter text = new StringWriter();
        new HelpCommand(commands).run(List.of(), new ConsoleWriter(text, 40));

        assertThat(text.toString().lines())
                .containsExactly(
                        "a-command-of-a-long-name WORD...",
                        "             prints",
                        "help [NAME]  shows all commands, or one",
                        "             in detail");
    }
}
