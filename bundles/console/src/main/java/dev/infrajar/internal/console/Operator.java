// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever types: on a terminal with editing, or lines of whatever standard input is. Runs on the console's own thread; what a
 * terminal needs is loaded there too, beside the start of the proxy, and not at all without one.
 */
final class Operator implements InputSource {
    private static final Logger LOG = LoggerFactory.getLogger(Operator.class);

    /** A plugin may take as long to start; whoever wants to see which one must be able to type. */
    private static final long LONGEST_START_SECONDS = 10;

    private final CommandTable commands;
    private final Path configuration;
    private final CountDownLatch started;
    private final Interpreter interpreter;

    /** Null before the thread runs; guarded by the monitor. */
    private @Nullable InputSource source;

    private boolean isClosed;
    private volatile Screen screen = Screen.PLAIN;

    /**
     * Ready to run.
     *
     * @param commands that there are
     * @param configuration the file beside which the history is kept
     * @param started open when the proxy has started
     */
    Operator(CommandTable commands, Path configuration, CountDownLatch started) {
        this.commands = commands;
        this.configuration = configuration;
        this.started = started;
        this.interpreter = new Interpreter(commands, this::output, started);
    }

    /** Where answers are shown now. */
    Screen screen() {
        return screen;
    }

    @Override
    public void run() {
        InputSource opened = open();
        synchronized (this) {
            source = opened;
            if (isClosed) {
                opened.close();
            }
        }
        opened.run();
        screen = Screen.PLAIN;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (source != null) {
            source.close();
        }
    }

    private InputSource open() {
        String type = System.getenv("TERM");
        if (type != null && isTerminal(type)) {
            try {
                // The classes of an editor take as much time as half a start, and nobody types that fast.
                if (!started.await(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
                    LOG.debug("The start goes on");
                }
                TerminalLoop terminal = TerminalLoop.open(
                        type,
                        inputCharset(),
                        new Completion(commands),
                        HistoryFile.beside(configuration),
                        interpreter::run);
                screen = terminal;
                return terminal;
            } catch (Exception | LinkageError e) {
                // Whatever a foreign library does on this system: the console works without it.
                LOG.info("The console has no line editing: {}", rootOf(e).toString());
                LOG.debug("The terminal could not be taken over", e);
            }
        }
        return new InputLoop(new InputStreamReader(System.in, inputCharset()), interpreter::run);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }

    private static boolean isTerminal(String type) {
        boolean isPlain = type.isBlank() || type.equals("dumb");
        java.io.Console console = isPlain ? null : System.console();
        return console != null && console.isTerminal();
    }

    /** Standard output changes when a terminal is taken over or given back. */
    private ConsoleWriter output() {
        return new ConsoleWriter(new OutputStreamWriter(System.out, System.out.charset()), screen.width());
    }

    private static Charset inputCharset() {
        return Charset.forName(
                System.getProperty("stdin.encoding", Charset.defaultCharset().name()));
    }
}
