// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.utils.ShutdownHooks;
import org.jline.utils.Signals;

/**
 * A terminal that leaves the signals of the process alone. JLine's own takes SIGINT while it reads, and afterwards gives it
 * back as the kernel has it: then Ctrl-C would end the proxy without an orderly stop.
 */
final class QuietTerminal extends PosixSysTerminal {
    /** The window has another size; the process goes on after it was stopped, and the shell has changed the terminal. */
    private static final List<Signal> HEARD = List.of(Signal.WINCH, Signal.CONT);

    private final Map<Signal, Object> before = new EnumMap<>(Signal.class);

    QuietTerminal(String type, SharedPty pty, Charset input, Charset output) throws IOException {
        super("console", type, pty, output, input, output, output, false, SignalHandler.SIG_DFL);
        // At a signal the framework stops in its order, and the console with it: until then it is of use.
        ShutdownHooks.remove(closer);
        for (Signal signal : HEARD) {
            // The loader must see sun.misc: JLine's does.
            before.put(signal, Signals.register(signal.name(), () -> raise(signal), Signals.class.getClassLoader()));
        }
    }

    @Override
    public SignalHandler handle(Signal signal, SignalHandler handler) {
        SignalHandler previous = handlers.put(signal, handler);
        return previous == null ? SignalHandler.SIG_DFL : previous;
    }

    @Override
    protected void doClose() throws IOException {
        before.forEach((signal, handler) -> Signals.unregister(signal.name(), handler));
        before.clear();
        super.doClose();
    }
}
