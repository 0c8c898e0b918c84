// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes log lines to standard output, many in one call to the system where many come: a line waits for others for at most
 * {@value #WAIT_MILLIS} ms, a warning or an error not at all. Only a process that is killed loses lines, those of that
 * time. The caller formats the line, in its own thread.
 */
final class BatchedConsole extends OutputStreamAppender<ILoggingEvent> {
    /** Too short to be seen by who reads along. */
    private static final int WAIT_MILLIS = 20;

    /** Bytes, about fifty lines. */
    private static final int BATCH_BYTES = 8 * 1024;

    private final AtomicBoolean hasLines = new AtomicBoolean();
    private final Thread flusher = Thread.ofPlatform().daemon().name("log").unstarted(this::flushNowAndThen);

    BatchedConsole() {
        setImmediateFlush(false);
    }

    /** {@code System.out} of the moment: a terminal takes its place while it is open. */
    private static final class StandardOutput extends OutputStream {
        @Override
        public void write(int single) {
            System.out.write(single);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            System.out.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            System.out.flush();
        }
    }

    @Override
    public void start() {
        // Whole lines go in, so whole lines come out.
        setOutputStream(new BufferedOutputStream(new StandardOutput(), BATCH_BYTES));
        super.start();
        flusher.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        super.append(event);
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            flush();
        } else if (hasLines.compareAndSet(false, true)) {
            LockSupport.unpark(flusher);
        }
    }

    /** Writes what waits. Callable from any thread. */
    void flush() {
        try {
            getOutputStream().flush();
        } catch (IOException e) {
            addError("standard output cannot be written to", e);
        }
    }

    @Override
    public void stop() {
        super.stop();
        flusher.interrupt();
    }

    private void flushNowAndThen() {
        while (!Thread.currentThread().isInterrupted()) {
            while (!hasLines.get() && !Thread.currentThread().isInterrupted()) {
                LockSupport.park(this);
            }
            LockSupport.parkNanos(this, WAIT_MILLIS * 1_000_000L);
            // In this order: a line that comes between the two is written now, and asked for once more.
            hasLines.set(false);
            flush();
        }
    }
}
