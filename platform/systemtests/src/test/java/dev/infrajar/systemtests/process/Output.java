// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The lines a process has printed so far. Thread-safe. */
final class Output {
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    /** Reads until the process closes its end; runs on a thread of its own. */
    void readAll(BufferedReader reader) {
        try (reader) {
            String line = reader.readLine();
            while (line != null) {
                add(line);
                line = reader.readLine();
            }
        } catch (IOException cut) {
            add("[output cut: " + cut.getMessage() + "]");
        } finally {
            end();
        }
    }

    /**
     * Waits for the first line that says something, printed already or not. Each line is read once.
     *
     * @param reading empty for a line that says nothing
     * @param limit how long
     * @return empty when the time is over or the process has closed its end
     */
    <T> Optional<T> awaitFirst(Function<String, Optional<T>> reading, Duration limit) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        int read = 0;
        List<String> next = awaitLines(read, deadlineNanos);
        while (!next.isEmpty()) {
            Optional<T> found =
                    next.stream().flatMap(line -> reading.apply(line).stream()).findFirst();
            if (found.isPresent()) {
                return found;
            }
            read += next.size();
            next = awaitLines(read, deadlineNanos);
        }
        return Optional.empty();
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** The last lines, for a report. */
    synchronized String tail(int count) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    /** The lines behind the first ones, as soon as there are any. */
    private synchronized List<String> awaitLines(int first, long deadlineNanos) throws InterruptedException {
        long left = deadlineNanos - System.nanoTime();
        while (lines.size() == first && !ended && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadlineNanos - System.nanoTime();
        }
        return List.copyOf(lines.subList(first, lines.size()));
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
