// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A process that a test started, standard output and error in one. Waits end in an {@link AssertionError}. */
public final class ChildProcess {
    /** How long anything may take that needs no more than computing. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int REPORTED_LINES = 150;

    private final String name;
    private final Process process;
    private final Writer input;
    private final Output output = new Output();

    ChildProcess(String name, ProcessBuilder builder) throws IOException {
        this.name = name;
        this.process = builder.redirectErrorStream(true).start();
        this.input = process.outputWriter();
        Thread.ofPlatform().daemon().name(name + "-output").start(() -> output.readAll(process.inputReader()));
    }

    /**
     * The process itself.
     *
     * @return alive or not
     */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * The CPU time it has used, in all threads.
     *
     * @return zero where the system does not tell
     */
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * All it printed so far.
     *
     * @return a copy
     */
    public List<String> lines() {
        return output.lines();
    }

    /**
     * Writes to its standard input.
     *
     * @param line without the line end
     */
    public void type(String line) {
        press(line + "\n");
    }

    /**
     * Writes to its standard input.
     *
     * @param keys as they are
     */
    public void press(String keys) {
        try {
            input.write(keys);
            input.flush();
        } catch (IOException closed) {
            throw new UncheckedIOException(name + " reads no more input", closed);
        }
    }

    /** Ends its standard input. */
    public void endInput() {
        try {
            input.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /**
     * Waits for a line.
     *
     * @param what the line in words, for the message when it does not come
     * @param isIt tells the line
     * @return the first such line, printed already or not
     */
    public String awaitLine(String what, Predicate<String> isIt) {
        return awaitValue(what, line -> Optional.of(line).filter(isIt));
    }

    /**
     * Waits for a line and reads something from it.
     *
     * @param <T> what is read
     * @param what the line in words, for the message when it does not come
     * @param reading empty for other lines
     * @return what was read from the first such line
     */
    public <T> T awaitValue(String what, Function<String, Optional<T>> reading) {
        try {
            return output.awaitFirst(reading, PATIENCE).orElseThrow(() -> new AssertionError(missing(what)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for " + name + ": " + what, stopped);
        }
    }

    /**
     * Waits for something that is printed without an end of line, as a prompt is.
     *
     * @param what it in words, for the message when it does not come
     * @param isIt tells the line so far
     */
    public void awaitUnfinished(String what, Predicate<String> isIt) {
        try {
            if (!output.awaitUnfinished(isIt, PATIENCE)) {
                throw new AssertionError(missing(what));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for " + name + ": " + what, stopped);
        }
    }

    /**
     * Waits for its end.
     *
     * @param limit how long
     * @return the exit code
     */
    public int awaitExit(Duration limit) {
        await(name + " ends").atMost(limit).until(() -> !process.isAlive() && output.hasEnded());
        return process.exitValue();
    }

    /** Ends it and its children at once; does nothing when it has ended. */
    void kill() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
        await(name + " is gone").atMost(PATIENCE).until(() -> !process.isAlive());
    }

    String report() {
        String state = process.isAlive() ? "running" : "ended with " + process.exitValue();
        return "---- last lines of %s (%s)%n%s%n----".formatted(name, state, output.tail(REPORTED_LINES));
    }

    private String missing(String what) {
        return output.hasEnded()
                ? name + " ended without: " + what
                : name + " did not print within " + PATIENCE.toSeconds() + " s: " + what;
    }
}
