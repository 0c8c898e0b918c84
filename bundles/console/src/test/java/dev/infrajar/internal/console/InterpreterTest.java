// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InterpreterTest {
    private final CommandTable commands = new CommandTable();
    private final CountDownLatch started = new CountDownLatch(1);
    private final StringWriter output = new StringWriter();
    private final Interpreter interpreter =
            new Interpreter(commands, () -> new ConsoleWriter(output, ConsoleWriter.UNLIMITED), started);

    InterpreterTest() {
        started.countDown();
    }

    @Test
    void runsACommandWithItsArguments() {
        add(1, FakeCommand.named("say"));

        interpreter.run("  SAY  one   two ");

        assertThat(output).hasToString("say[one, two]" + System.lineSeparator());
    }

    @Test
    void runsACommandByItsAlias() {
        add(1, FakeCommand.named("say", "tell"));

        interpreter.run("tell x");

        assertThat(output.toString()).startsWith("say[x]");
    }

    @Test
    void prefersANameToAnAlias() {
        add(1, FakeCommand.named("say", "tell"));
        add(2, FakeCommand.named("tell"));

        interpreter.run("tell x");

        assertThat(output.toString()).startsWith("tell[x]");
    }

    @Test
    void ignoresAnEmptyLine() {
        interpreter.run("   ");

        assertThat(output.toString()).isEmpty();
    }

    @Test
    void namesACommandThatItDoesNotKnow() {
        interpreter.run("Fly high");

        assertThat(output.toString().strip()).isEqualTo("Unknown command: 'Fly'. Type 'help' for available commands.");
    }

    @Test
    void waitsForACommandWhileTheProxyStarts() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        Interpreter early =
                new Interpreter(commands, () -> new ConsoleWriter(output, ConsoleWriter.UNLIMITED), starting);
        Thread console = Thread.ofPlatform().start(() -> early.run("say x"));
        add(1, FakeCommand.named("say"));
        console.join();
        assertThat(output.toString().strip()).isEqualTo("say[x]");

        Thread typo = Thread.ofPlatform().start(() -> early.run("fly"));
        starting.countDown();
        typo.join();
        assertThat(output.toString()).contains("Unknown command: 'fly'");
    }

    @Test
    void forgetsACommandThatLeaves() {
        add(1, FakeCommand.named("say"));
        commands.remove(1);

        interpreter.run("say x");

        assertThat(output.toString()).startsWith("Unknown command");
    }

    @Test
    void showsTheUsageWhenArgumentsAreWrong() {
        add(1, FakeCommand.failing("say", new IllegalArgumentException("Say what?")));

        interpreter.run("say");

        assertThat(output.toString().lines()).containsExactly("Say what?", "Usage: say WORD...");
    }

    @Test
    void survivesACommandThatThrows() {
        add(1, FakeCommand.failing("say", new IllegalStateException("boom")));
        add(2, FakeCommand.named("tell"));

        interpreter.run("say x");
        interpreter.run("tell x");

        assertThat(output.toString().lines())
                .containsExactly("The command say failed: java.lang.IllegalStateException: boom", "tell[x]");
    }

    @Test
    void listsAllCommandsByName() {
        add(1, FakeCommand.named("tell"));
        add(2, new HelpCommand(commands));
        add(3, FakeCommand.named("say"));

        interpreter.run("help");

        assertThat(output.toString().lines())
                .containsExactly(
                        "help [NAME]   shows all commands, or one in detail",
                        "say WORD...   prints",
                        "tell WORD...  prints");
    }

    @Test
    void explainsOneCommand() {
        add(1, FakeCommand.named("tell", "msg", "whisper"));
        add(2, new HelpCommand(commands));

        interpreter.run("? msg");

        assertThat(output.toString().lines()).containsExactly("tell WORD...", "  prints", "  also: msg, whisper");
    }

    @Test
    void saysThatThereIsNothingToExplain() {
        add(2, new HelpCommand(commands));

        interpreter.run("help fly");

        assertThat(output.toString().lines()).containsExactly("There is no command 'fly'.", "Usage: help [NAME]");
    }

    private void add(long id, ConsoleCommand command) {
        commands.add(new CommandTable.Entry(0, id, command));
    }
}
