// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code plugin}: state and price of one plugin, listener by listener. */
@Component
public final class PluginCommand implements ConsoleCommand {
    private final PluginStates states;
    private final PluginCosts costs;

    /**
     * A command.
     *
     * @param states of the plugins
     * @param costs of their listeners and taps
     */
    @Activate
    public PluginCommand(@Reference PluginStates states, @Reference PluginCosts costs) {
        this.states = states;
        this.costs = costs;
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
        found.forEach(plugin -> PluginTable.print(plugin, costs, out));
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
