// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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

    private synchronized void add(String line) {
        lines.add(line);
    }

    private synchronized void end() {
        ended = true;
    }
}
