// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.EventDispatcher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code plugin}: state and price of one plugin, listener by listener. */
@Component
public final class PluginCommand implements ConsoleCommand {
    private final PluginStates states;
    private final @Nullable EventDispatcher events;

    /**
     * A command.
     *
     * @param states of the plugins
     * @param events counts what listeners cost, if it is there
     */
    @Activate
    public PluginCommand(
            @Reference PluginStates states,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    EventDispatcher events) {
        this.states = states;
        this.events = events;
    }

    @Override
    public String name() {
        return "plugin";
    }

    @Override
    public String usage() {
        return "ID";
    }

    @Override
    public String summary() {
        return "shows one plugin, by its file or symbolic name: state, and the cost of each listener";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("Which plugin? 'plugins' lists them.");
        }
        String id = arguments.getFirst();
        List<PluginState> found = states.all().stream()
                .filter(plugin -> names(plugin).contains(id))
                .toList();
        if (found.isEmpty()) {
            out.println("There is no plugin '" + id + "'.");
        }
        found.forEach(plugin -> PluginTable.print(plugin, events == null ? List.of() : events.costs(), out));
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() == 1
                ? states.all().stream().map(plugin -> names(plugin).getLast()).toList()
                : List.of();
    }

    /** What it can be called: its file with and without the ending, and its symbolic name if it has one. */
    private static List<String> names(PluginState plugin) {
        List<String> names =
                new ArrayList<>(List.of(plugin.file(), plugin.file().replaceAll("\\.jar$", "")));
        plugin.title().ifPresent(title -> names.add(title.substring(0, title.lastIndexOf(' '))));
        return names;
    }
}
