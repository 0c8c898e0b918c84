// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.EventDispatcher;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code plugins}: state and price of each plugin. */
@Component
public final class PluginsCommand implements ConsoleCommand {
    private final PluginStates states;
    private final @Nullable EventDispatcher events;

    /**
     * A command.
     *
     * @param states of the plugins
     * @param events counts what listeners cost, if it is there
     */
    @Activate
    public PluginsCommand(
            @Reference PluginStates states,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    EventDispatcher events) {
        this.states = states;
        this.events = events;
    }

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public List<String> aliases() {
        return List.of("pl");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "shows each plugin: state, version, calls, failures and time spent";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        PluginTable.print(states.all(), events == null ? List.of() : events.costs(), out);
    }
}
