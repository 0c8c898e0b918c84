// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code op}: names an operator. */
@Component(property = NeighboursComponent.OWN_NAME + "=" + NeighboursComponent.OWN_VALUE)
public final class OpCommand implements ConsoleCommand {
    private final OperatorDesk desk;

    /** Called by Declarative Services. */
    @Activate
    public OpCommand(@Reference OperatorsComponent component) {
        this.desk = component.desk();
    }

    @Override
    public String name() {
        return "op";
    }

    @Override
    public String usage() {
        return "NAME|UUID";
    }

    @Override
    public String summary() {
        return "lets a player call every command, until the proxy ends";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        desk.op(arguments, out);
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() == 1 ? desk.names() : List.of();
    }
}
