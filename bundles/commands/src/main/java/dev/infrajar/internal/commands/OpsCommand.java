// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's {@code ops}: who may call every command. */
@Component(property = NeighboursComponent.OWN_NAME + "=" + NeighboursComponent.OWN_VALUE)
public final class OpsCommand implements ConsoleCommand {
    private final OperatorDesk desk;

    /** Called by Declarative Services. */
    @Activate
    public OpsCommand(@Reference OperatorsComponent component) {
        this.desk = component.desk();
    }

    @Override
    public String name() {
        return "ops";
    }

    @Override
    public List<String> aliases() {
        return List.of("oplist");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "lists the operators";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        desk.ops(out);
    }
}
