// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the command that a line names. */
final class Interpreter {
    private static final Logger LOG = LoggerFactory.getLogger(Interpreter.class);

    private static final long LOOK_EVERY_MILLIS = 50;

    /** Ten seconds: a plugin may take as long to start. */
    private static final int MOST_LOOKS = 200;

    private final CommandTable commands;
    private final Supplier<ConsoleWriter> output;
    private final CountDownLatch started;

    /**
     * An interpreter.
     *
     * @param commands that there are
     * @param output makes a writer for the answer to one line
     * @param started open when the proxy has started: until then a command that is not there may still come
     */
    Interpreter(CommandTable commands, Supplier<ConsoleWriter> output, CountDownLatch started) {
        this.commands = commands;
        this.output = output;
        this.started = started;
    }

    void run(String line) {
        if (line.isBlank()) {
            return;
        }
        List<String> words = List.of(line.strip().split("\\s+"));
        String word = words.getFirst();
        ConsoleWriter out = output.get();
        Optional<ConsoleCommand> command = find(word);
        if (command.isPresent()) {
            run(command.get(), words.subList(1, words.size()), out);
        } else {
            out.println("Unknown command: '" + word + "'. Type 'help' for available commands.");
        }
        out.flush();
    }

    private Optional<ConsoleCommand> find(String word) {
        Optional<ConsoleCommand> found = commands.find(word);
        for (int looks = 0; found.isEmpty() && looks < MOST_LOOKS && awaitsStart(); looks++) {
            found = commands.find(word);
        }
        return found.isPresent() ? found : commands.find(word);
    }

    /** Waits a little for the end of the start; {@code false} when that is over. */
    private boolean awaitsStart() {
        try {
            return !started.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void run(ConsoleCommand command, List<String> arguments, ConsoleWriter out) {
        try {
            command.run(arguments, out);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println("Usage: " + usage(command));
        } catch (RuntimeException | LinkageError e) { // LinkageError: its bundle was uninstalled a moment ago
            LOG.error("The command {} failed", command.name(), e);
            out.println("The command " + command.name() + " failed: " + e);
        }
    }

    static String usage(ConsoleCommand command) {
        return command.usage().isEmpty() ? command.name() : command.name() + " " + command.usage();
    }
}
