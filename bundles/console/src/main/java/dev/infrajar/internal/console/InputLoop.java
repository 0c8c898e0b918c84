// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads lines until the input ends. */
final class InputLoop implements InputSource {
    private static final Logger LOG = LoggerFactory.getLogger(InputLoop.class);

    /** Characters; what a line has beyond them is dropped. */
    private static final int MAX_LINE = 4096;

    private final Reader input;
    private final Consumer<String> sink;
    private volatile boolean closed;

    InputLoop(Reader input, Consumer<String> sink) {
        this.input = input;
        this.sink = sink;
    }

    /** A read that waits for a line cannot be ended. */
    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void run() {
        try {
            Optional<String> line = readLine();
            while (line.isPresent() && !closed) {
                sink.accept(line.get());
                line = readLine();
            }
            LOG.debug("The console has ended: no more input");
        } catch (IOException e) {
            LOG.warn("The console has ended: standard input cannot be read: {}", e.getMessage());
        }
    }

    /** The next line without its end; empty at the end of the input. */
    private Optional<String> readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = input.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            if (next != '\r' && line.length() < MAX_LINE) {
                line.append((char) next);
            }
            next = input.read();
        }
        return Optional.of(line.toString());
    }
}
