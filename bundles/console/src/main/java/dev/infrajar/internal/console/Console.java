// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the commands and reads what the operator types. Immediate: it owns the thread that reads. */
@Component(
        immediate = true,
        service = {})
public final class Console {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final long OWN_ID = -1;

    private final CommandTable commands = new CommandTable();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Operator operator;

    /**
     * Starts to read, unless that would stop the process.
     *
     * @param context knows where the configuration is
     */
    @Activate
    public Console(BundleContext context) {
        String configuration =
                Optional.ofNullable(context.getProperty("infrajar.config")).orElse("infrarust.toml");
        operator = new Operator(commands, Path.of(configuration), started);
        commands.add(new CommandTable.Entry(0, OWN_ID, new HelpCommand(commands)));
        commands.add(new CommandTable.Entry(0, OWN_ID - 1, new ClearCommand(operator::screen)));
        if (new TerminalCheck(Path.of("/proc/self")).canRead()) {
            Thread.ofPlatform().name("console").daemon().start(operator);
        } else {
            LOG.info("No console: the proxy runs in the background of its terminal");
        }
    }

    /** Stops to read, and gives a terminal back. Takes half a second at most; a line that is being waited for is dropped. */
    @Deactivate
    void close() {
        operator.close();
    }

    /** The listener's answer to whether the port is bound comes last of all services. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            service = BooleanSupplier.class,
            target = "(infrajar.ready=true)")
    void setReady(ServiceReference<BooleanSupplier> ready) {
        started.countDown();
    }

    void unsetReady(ServiceReference<BooleanSupplier> ready) {
        // What has started once has started.
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
}
