// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.process;

import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** The lines a process has printed so far. Thread-safe. */
final class Output {
    private static final int CHUNK_CHARS = 8192;

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder unfinished = new StringBuilder();
    private boolean isBehindReturn;
    private boolean ended;

    /** Reads until the process closes its end; runs on a thread of its own. */
    void readAll(Reader reader) {
        char[] chunk = new char[CHUNK_CHARS];
        try (reader) {
            int read = reader.read(chunk);
            while (read >= 0) {
                add(chunk, read);
                read = reader.read(chunk);
            }
        } catch (IOException cut) {
            add("[output cut: " + cut.getMessage() + "]");
        } finally {
            end();
        }
    }

    /**
     * Waits until the line that is being printed looks as it should: a prompt has no end of line.
     *
     * @param isIt tells the line
     * @param limit how long
     * @return whether it has come to that
     */
    synchronized boolean awaitUnfinished(Predicate<String> isIt, Duration limit) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        long left = limit.toNanos();
        while (!isIt.test(unfinished.toString()) && !ended && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadlineNanos - System.nanoTime();
        }
        return isIt.test(unfinished.toString());
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

    /** Lines end as {@link java.io.BufferedReader} has it: with a line feed, a return, or both. */
    private synchronized void add(char[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            char next = chunk[i];
            if (next == '\r' || (next == '\n' && !isBehindReturn)) {
                finishLine();
            } else if (next != '\n') {
                unfinished.append(next);
            }
            isBehindReturn = next == '\r';
        }
        notifyAll();
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private void finishLine() {
        lines.add(unfinished.toString());
        unfinished.setLength(0);
    }

    private synchronized void end() {
        if (!unfinished.isEmpty()) {
            finishLine();
        }
        ended = true;
        notifyAll();
    }
}
