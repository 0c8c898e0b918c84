// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.registry.Answers;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerState;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.transport.Backends;
import java.util.List;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;

/** {@code list}: the servers, how each of them is, and how many play there. */
record ListSub(Surroundings proxy) implements SubCommand {
    /** What is known of a server, and the colour of its marker. */
    private record State(String word, NamedTextColor colour) {}

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String summary() {
        return "the servers, their state and players";
    }

    @Override
    public boolean isThere() {
        return proxy.router().isPresent();
    }

    @Override
    public void run(CommandSource source, List<String> values) {
        List<ServerDefinition> servers = proxy.router().map(Router::all).orElse(List.of());
        int players = proxy.sessions().map(Sessions::count).orElse(0);
        source.sendMessage(Answers.info(servers.size() + " servers, " + players + " players"));
        servers.forEach(server -> source.sendMessage(line(server)));
    }

    private Component line(ServerDefinition server) {
        State state = state(server);
        int players = proxy.sessions().map(all -> all.countOn(server.id())).orElse(0);
        return Component.text("● ", state.colour)
                .append(Component.text(server.id(), NamedTextColor.WHITE))
                .append(Answers.detail(" " + state.word + ", " + players + " players"));
    }

    private State state(ServerDefinition server) {
        return proxy.states()
                .flatMap(states -> states.stateOf(server))
                .map(ListSub::managed)
                .orElseGet(() -> byHealth(server));
    }

    private static State managed(ServerState state) {
        return switch (state) {
            case ONLINE -> new State("online", NamedTextColor.GREEN);
            case SLEEPING -> new State("sleeping", NamedTextColor.GRAY);
            case STARTING -> new State("starting", NamedTextColor.YELLOW);
            case STOPPING -> new State("stopping", NamedTextColor.GOLD);
            case CRASHED -> new State("crashed", NamedTextColor.RED);
            case UNKNOWN -> new State("unknown", NamedTextColor.DARK_GRAY);
        };
    }

    private State byHealth(ServerDefinition server) {
        Optional<List<Backends.State>> addresses = proxy.backends().map(backends -> backends.of(server));
        if (addresses.isEmpty()) {
            return new State("unknown", NamedTextColor.DARK_GRAY);
        }
        List<Backends.State> all = addresses.get();
        if (all.stream().allMatch(Backends.State::isDrained)) {
            return new State("drained", NamedTextColor.GOLD);
        }
        return all.stream().allMatch(address -> address.health() == Backends.Health.EJECTED)
                ? new State("unreachable", NamedTextColor.RED)
                : new State("online", NamedTextColor.GREEN);
    }
}
