// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code stop}: ends the proxy, as a signal would. */
@Component
public final class StopCommand implements ConsoleCommand {
    private final BundleContext framework;

    /**
     * A command that stops the framework, whereupon the launcher ends the process.
     *
     * @param framework to find the system bundle
     */
    @Activate
    public StopCommand(BundleContext framework) {
        this.framework = framework;
    }

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public List<String> aliases() {
        return List.of("shutdown", "exit", "quit");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "ends the proxy";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        out.println("Stopping.");
        try {
            // Returns at once: the framework stops on a thread of its own.
            framework.getBundle(Constants.SYSTEM_BUNDLE_ID).stop();
        } catch (BundleException e) {
            throw new IllegalStateException("the framework does not stop", e);
        }
    }
}
