// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.net.core.ConsoleCommand;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Knows the console's commands for those of the game. Immediate, and apart from what it serves: commands of the console use services
 * that wait for the taps of sessions, of which this bundle's is one.
 */
@Component(service = ConsoleRelay.class, immediate = true)
public final class ConsoleRelay {
    private final NeighboursComponent neighbours;

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            cardinality = ReferenceCardinality.MULTIPLE,
            target = "(!(" + NeighboursComponent.OWN_NAME + "=" + NeighboursComponent.OWN_VALUE + "))")
    private volatile List<ConsoleCommand> commands = List.of();

    /** Called by Declarative Services. */
    @Activate
    public ConsoleRelay(@Reference NeighboursComponent neighbours) {
        this.neighbours = neighbours;
        neighbours.useConsole(this::find);
    }

    /** Nothing of the console can be called from now on. */
    @Deactivate
    void close() {
        neighbours.useConsole(name -> Optional.empty());
    }

    private Optional<ConsoleCommand> find(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).findFirst();
    }
}
