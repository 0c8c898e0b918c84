// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code undrain}: the end of a {@code drain}. */
@Component
public final class UndrainCommand implements ConsoleCommand {
    private final Draining draining;

    /** Called by Declarative Services. */
    @Activate
    public UndrainCommand(@Reference DrainDesk desk) {
        draining = desk.draining();
    }

    @Override
    public String name() {
        return "undrain";
    }

    @Override
    public String usage() {
        return "[SERVER [ADDRESS]]";
    }

    @Override
    public String summary() {
        return "ends a draining: of the proxy, of a server or of one of its addresses";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return draining.complete(arguments);
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        draining.set(arguments, false, out);
    }
}
