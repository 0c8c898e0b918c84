// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jline.nativ.JLineNativeLoader;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads lines from a terminal, with editing, history and completion. While it is open, standard output goes above the
 * prompt; afterwards it is as it was.
 */
final class TerminalLoop implements InputSource, Screen {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalLoop.class);
    private static final String PROMPT = "> ";

    /** JLine looks ten times a second whether a read has come to its end. */
    private static final long PATIENCE_MILLIS = 500;

    private final Terminal terminal;
    private final LineEditor editor;
    private final PrintStream raw;
    private final PromptedOutput output;
    private final PrintStream prompted;
    private final Consumer<String> sink;
    private final Attributes original;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** The thread that waits for a line; null while it does something else. */
    private volatile @Nullable Thread reading;

    private TerminalLoop(Terminal terminal, LineEditor editor, Consumer<String> sink) {
        this.terminal = terminal;
        this.original = terminal.getAttributes();
        this.editor = editor;
        this.sink = sink;
        Charset charset = System.out.charset();
        // Not System.out of this moment, which may be that of a console that is just being replaced.
        this.raw = new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset);
        this.output = new PromptedOutput(raw, editor::above);
        this.prompted = new PrintStream(output, true, charset);
    }

    /**
     * Takes over the terminal.
     *
     * @param type {@code TERM}
     * @param input the charset of what is typed
     * @throws IOException if it cannot be controlled
     * @throws LinkageError if JLine has no native library for this system, or it cannot be loaded
     */
    static TerminalLoop open(
            String type, Charset input, Completion completion, Optional<Path> history, Consumer<String> sink)
            throws IOException {
        SharedPty pty = SharedPty.open();
        deleteLibrary();
        Terminal terminal = new QuietTerminal(type, pty, input, System.out.charset());
        TerminalLoop loop = new TerminalLoop(terminal, new LineEditor(terminal, completion, history), sink);
        System.setOut(loop.prompted);
        return loop;
    }

    /** JLine unpacks its native library into a temporary folder. Once it is loaded nobody needs the file. */
    private static void deleteLibrary() throws IOException {
        String library = JLineNativeLoader.getNativeLibraryPath();
        if (library != null) {
            Files.deleteIfExists(Path.of(library));
            Files.deleteIfExists(Path.of(library + ".lck"));
        }
    }

    @Override
    public int width() {
        int columns = terminal.getWidth();
        return columns > 0 ? columns : Screen.PLAIN.width();
    }

    @Override
    public void clear() {
        terminal.puts(InfoCmp.Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public void run() {
        try {
            while (!isClosed.get()) {
                readLine();
            }
        } catch (EndOfFileException | IOError | IllegalStateException e) {
            if (!isClosed.get()) {
                close();
                LOG.info("The console has ended: no more input; the proxy goes on");
                LOG.debug("The end of the terminal's input", e);
            }
        } finally {
            restore();
            ended.countDown();
            close();
        }
    }

    private void readLine() {
        try {
            reading = Thread.currentThread();
            String line = editor.readLine(PROMPT);
            reading = null;
            if (!isClosed.get()) {
                sink.accept(line);
            }
        } catch (UserInterruptException e) {
            LOG.debug("A line was given up", e);
        }
    }

    /**
     * Gives the terminal back as it was. Waits a moment for a line that is being read to be given up, so that the editor
     * itself takes away its prompt and its modes.
     */
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        if (System.out == prompted) {
            System.setOut(raw);
        }
        giveUpLine();
        // The stream itself stays open: somebody may have taken it from System.out and write to it now.
        output.handOnRest();
        try {
            terminal.close();
        } catch (IOException e) {
            LOG.warn("The terminal could not be given back as it was: {}", e.getMessage());
        }
    }

    private void giveUpLine() {
        Thread thread = reading;
        if (thread == null || thread == Thread.currentThread()) {
            return;
        }
        editor.option(LineReader.Option.ERASE_LINE_ON_FINISH, true);
        thread.interrupt();
        try {
            if (!ended.await(PATIENCE_MILLIS, MILLISECONDS)) {
                LOG.debug("The console still reads");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restore() {
        try {
            terminal.setAttributes(original);
        } catch (IOError e) {
            LOG.debug("The terminal has gone", e);
        }
    }
}
