// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * The process's own terminal, which others go on using when the console has ended. JLine closes what it has opened, and
 * closing a stream of file descriptor 1 turns standard output into {@code /dev/null} (tried): no log line would be seen
 * after it.
 */
final class SharedPty implements Pty {
    private static final Logger LIBRARY_LOG = Logger.getLogger("org.jline");

    private final Pty pty;

    private SharedPty(Pty pty) {
        this.pty = pty;
    }

    /**
     * Opens it.
     *
     * @throws IOException if it cannot be controlled
     * @throws LinkageError if there is no native library for this system, or it cannot be loaded
     */
    static SharedPty open() throws IOException {
        Level before = LIBRARY_LOG.getLevel();
        LIBRARY_LOG.setLevel(Level.OFF); // what fails is thrown too, and said once by the one who asked
        try {
            return new SharedPty(new JniTerminalProvider().current(SystemStream.Output));
        } finally {
            LIBRARY_LOG.setLevel(before);
        }
    }

    @Override
    public OutputStream getSlaveOutput() throws IOException {
        return new FilterOutputStream(pty.getSlaveOutput()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    @Override
    public void close() {
        // Nothing of it is ours.
    }

    @Override
    public InputStream getMasterInput() throws IOException {
        return pty.getMasterInput();
    }

    @Override
    public OutputStream getMasterOutput() throws IOException {
        return pty.getMasterOutput();
    }

    @Override
    public InputStream getSlaveInput() throws IOException {
        return pty.getSlaveInput();
    }

    @Override
    public Attributes getAttr() throws IOException {
        return pty.getAttr();
    }

    @Override
    public void setAttr(Attributes attributes) throws IOException {
        pty.setAttr(attributes);
    }

    @Override
    public Size getSize() throws IOException {
        return pty.getSize();
    }

    @Override
    public void setSize(Size size) throws IOException {
        pty.setSize(size);
    }

    @Override
    public SystemStream getSystemStream() {
        return pty.getSystemStream();
    }

    @Override
    public TerminalProvider getProvider() {
        return pty.getProvider();
    }
}
