// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code version}: what runs, and on what. */
@Component
public final class VersionCommand implements ConsoleCommand {
    private final BundleContext context;

    /**
     * A command.
     *
     * @param context of this bundle, which has the proxy's version
     */
    @Activate
    public VersionCommand(BundleContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "version";
    }

    @Override
    public List<String> aliases() {
        return List.of("ver");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "shows the versions of the proxy, of Java and of the system";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        out.println("Infrajar " + context.getBundle().getVersion() + ", Java " + Runtime.version() + " ("
                + System.getProperty("java.vendor") + "), " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
    }
}
