// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the commands and reads standard input. Immediate: it owns the thread that reads. */
@Component(
        immediate = true,
        service = {})
public final class Console {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final long OWN_ID = -1;

    private final CommandTable commands = new CommandTable();
    private final InputLoop loop;

    /** Starts to read, unless that would stop the process. */
    @Activate
    public Console() {
        commands.add(new CommandTable.Entry(0, OWN_ID, new HelpCommand(commands)));
        Interpreter interpreter = new Interpreter(commands, output());
        loop = new InputLoop(new InputStreamReader(System.in, inputCharset()), interpreter::run);
        if (new TerminalCheck(Path.of("/proc/self")).canRead()) {
            Thread.ofPlatform().name("console").daemon().start(loop);
        } else {
            LOG.info("No console: the proxy runs in the background of its terminal");
        }
    }

    /** Stops to read. Returns at once; a line that is being waited for is dropped. */
    @Deactivate
    void close() {
        loop.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCommand(ConsoleCommand command, Map<String, Object> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        commands.add(new CommandTable.Entry(ranking, id(properties), command));
    }

    void removeCommand(Map<String, Object> properties) {
        commands.remove(id(properties));
    }

    private static long id(Map<String, Object> properties) {
        return properties.get(Constants.SERVICE_ID) instanceof Long number ? number : OWN_ID;
    }

    private static ConsoleWriter output() {
        return new ConsoleWriter(new OutputStreamWriter(System.out, System.out.charset()), ConsoleWriter.UNLIMITED);
    }

    private static Charset inputCharset() {
        return Charset.forName(
                System.getProperty("stdin.encoding", Charset.defaultCharset().name()));
    }
}
