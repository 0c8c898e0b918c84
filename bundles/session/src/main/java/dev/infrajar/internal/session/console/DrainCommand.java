// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code drain}: no new sessions for the proxy, a server or one of its addresses. */
@Component
public final class DrainCommand implements ConsoleCommand {
    private final Draining draining;

    /** Called by Declarative Services. */
    @Activate
    public DrainCommand(@Reference DrainDesk desk) {
        draining = desk.draining();
    }

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public String usage() {
        return "[SERVER [ADDRESS]]";
    }

    @Override
    public String summary() {
        return "lets no new players in, or none to a server or to one of its addresses; sessions stay";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return draining.complete(arguments);
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        draining.set(arguments, true, out);
    }
}
