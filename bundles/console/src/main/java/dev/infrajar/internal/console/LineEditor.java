// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** Edits a line on a terminal, while others write above it. */
final class LineEditor extends LineReaderImpl {
    private static final int MOST_REMEMBERED = 500;
    private static final int MOST_IN_FILE = 1_000;

    /**
     * How long a line of the log waits for the editor. It holds its lock for a moment at a time, but completion runs under it
     * too: whoever logs while holding what completion needs would wait for ever. A line that does not get its turn is
     * written all the same, and may stand behind the prompt.
     */
    private static final long PATIENCE_MILLIS = 50;

    LineEditor(Terminal terminal, Completion completion, Optional<Path> history) throws IOException {
        super(terminal, "infrajar");
        setParser(new DefaultParser().escapeChars(null).quoteChars(new char[0]));
        setCompleter((reader, line, candidates) ->
                typed(line, completion).stream().map(Candidate::new).forEach(candidates::add));
        // A reason may end in an exclamation mark.
        option(Option.DISABLE_EVENT_EXPANSION, true);
        setVariable(LineReader.HISTORY_SIZE, MOST_REMEMBERED);
        setVariable(LineReader.HISTORY_FILE_SIZE, MOST_IN_FILE);
        history.ifPresent(file -> setVariable(LineReader.HISTORY_FILE, file));
    }

    private static List<String> typed(ParsedLine line, Completion completion) {
        List<String> before = line.words().subList(0, line.wordIndex());
        List<String> words = new ArrayList<>(before);
        words.add(line.word().substring(0, line.wordCursor()));
        return completion.of(words);
    }

    /** Runs something that writes whole lines to the terminal by another way, while the prompt is out of its way. */
    void above(Runnable writing) {
        boolean isOurs = acquire();
        try {
            boolean isPrompting = isOurs && reading && hide();
            writing.run();
            if (isPrompting) {
                show();
            }
        } finally {
            if (isOurs) {
                lock.unlock();
            }
        }
    }

    private boolean acquire() {
        try {
            return lock.tryLock() || lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean hide() {
        try {
            display.update(List.of(), 0);
            terminal.flush();
            return true;
        } catch (RuntimeException | IOError e) {
            return false; // closed a moment ago
        }
    }

    private void show() {
        try {
            redisplay(false);
            terminal.flush();
        } catch (RuntimeException | IOError e) {
            reading = false; // closed a moment ago
        }
    }
}
