// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import dev.infrajar.bench.proc.ProcessGauge;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server that runs as a process of ours, its output in a file. Ends with the driver, however that ends. */
public final class ServerProcess implements Closeable {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration PROBE_PAUSE = Duration.ofMillis(10);
    private static final int SHOWN_LINES = 20;

    private final Process process;
    private final Path output;
    private final Duration stopLimit;
    private final Thread endWithDriver;

    private ServerProcess(Process process, Path output, Duration stopLimit) {
        this.process = process;
        this.output = output;
        this.stopLimit = stopLimit;
        this.endWithDriver = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(endWithDriver);
    }

    /**
     * What to start.
     *
     * @param command program and arguments
     * @param directory the working directory
     * @param outputFolder takes the file with its output; a proxy that watches its folder would wake at each line there
     * @param environment added to the driver's own
     * @param stopLimit how long it may take to end when asked
     */
    public record Spec(
            List<String> command,
            Path directory,
            Path outputFolder,
            Map<String, String> environment,
            Duration stopLimit) {}

    /**
     * Starts it; standard input is empty.
     *
     * @throws IOException if the program cannot be started
     */
    public static ServerProcess start(Spec spec) throws IOException {
        Path output = Files.createTempFile(spec.outputFolder(), "output", ".log");
        ProcessBuilder builder = new ProcessBuilder(spec.command())
                .directory(spec.directory().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(spec.environment());
        return new ServerProcess(builder.start(), output, spec.stopLimit());
    }

    /**
     * Waits until a port accepts connections.
     *
     * @throws IOException if that takes too long or the process ends; with the end of its output
     */
    public void awaitPort(InetSocketAddress address) throws IOException {
        long deadlineNanos = System.nanoTime() + START_LIMIT.toNanos();
        while (!isOpen(address)) {
            if (hasEndedWithin(PROBE_PAUSE)) {
                throw new IOException("ended with code " + process.exitValue() + "; its output:\n" + lastLines());
            }
            if (System.nanoTime() > deadlineNanos) {
                throw new IOException(
                        address + " not bound within " + START_LIMIT.toSeconds() + " s; its output:\n" + lastLines());
            }
        }
    }

    /**
     * Waits, but not longer than until the process ends.
     *
     * @return whether it has ended
     */
    public boolean hasEndedWithin(Duration time) {
        try {
            return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", e);
        }
    }

    /** Its process id. A start script must have replaced itself by the server. */
    public long pid() {
        return process.pid();
    }

    /** Reads CPU time and memory of the process and of all it has started so far. */
    public ProcessGauge gauge() {
        return new ProcessGauge(Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList());
    }

    /** Whether it has written a text so far. */
    public boolean hasWritten(String text) throws IOException {
        return Files.readString(output).contains(text);
    }

    /** The end of what it has written. */
    public String lastLines() {
        try {
            List<String> lines = Files.readAllLines(output);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e + ")";
        }
    }

    /** Asks it to end, and ends it by force if it does not in time. */
    @Override
    public void close() {
        process.destroy();
        if (!hasEndedWithin(stopLimit)) {
            System.err.println("process " + pid() + " did not end within " + stopLimit.toSeconds() + " s, killed");
            process.destroyForcibly();
            hasEndedWithin(stopLimit);
        }
        Runtime.getRuntime().removeShutdownHook(endWithDriver);
    }

    private static boolean isOpen(InetSocketAddress address) {
        try (Socket probe = new Socket()) {
            probe.connect(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
