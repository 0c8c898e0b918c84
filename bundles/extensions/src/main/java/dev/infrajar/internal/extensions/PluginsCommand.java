// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code plugins}: state and price of each plugin. */
@Component
public final class PluginsCommand implements ConsoleCommand {
    private static final String TIMING = "timing";
    private static final String EVERY = "every";
    private static final String SAMPLED = "sampled";

    private final PluginStates states;
    private final PluginCosts costs;

    /**
     * A command.
     *
     * @param states of the plugins
     * @param costs of their listeners and taps
     */
    @Activate
    public PluginsCommand(@Reference PluginStates states, @Reference PluginCosts costs) {
        this.states = states;
        this.costs = costs;
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
        return "[timing every|sampled]";
    }

    @Override
    public String summary() {
        return "shows each plugin: state, version, calls, failures and time spent; 'timing' says which calls are timed";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (arguments.isEmpty()) {
            PluginTable.print(states.all(), costs, out);
        } else if (arguments.size() == 2 && arguments.getFirst().equals(TIMING)) {
            time(arguments.getLast(), out);
        } else {
            throw new IllegalArgumentException("No such question about plugins.");
        }
    }

    private void time(String which, ConsoleWriter out) {
        switch (which) {
            case EVERY -> costs.timeEveryCall(true);
            case SAMPLED -> costs.timeEveryCall(false);
            default -> throw new IllegalArgumentException("Time every call, or sampled ones?");
        }
        out.println(
                costs.isEveryCallTimed()
                        ? "Every call is timed from now on."
                        : "Calls of packet taps are sampled from now on; calls of listeners are all timed.");
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return switch (arguments.size()) {
            case 1 -> List.of(TIMING);
            case 2 -> List.of(EVERY, SAMPLED);
            default -> List.of();
        };
    }
}
