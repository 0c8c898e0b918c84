// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerStates;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.transport.Backends;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The console command {@code server}. */
@Component(service = ConsoleCommand.class)
public final class ServerCommand implements ConsoleCommand {
    private final Router router;

    // These come and go with their bundles; without them some lines say less.
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Sessions sessions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Backends backends;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable ServerStates states;

    /** Creates the command. */
    @Activate
    public ServerCommand(@Reference Router router) {
        this.router = router;
    }

    /** With given knowledge, for tests. */
    ServerCommand(Router router, ServerView view) {
        this.router = router;
        this.sessions = view.sessions();
        this.backends = view.backends();
        this.states = view.states();
    }

    @Override
    public String name() {
        return "server";
    }

    @Override
    public String usage() {
        return "ID";
    }

    @Override
    public String summary() {
        return "shows one server: its keys, its addresses and what is known of them";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("Which server? 'servers' lists them.");
        }
        router.byId(arguments.getFirst())
                .ifPresentOrElse(
                        server -> ServerDetails.print(server, new ServerView(sessions, backends, states), out),
                        () -> out.println("There is no server '" + arguments.getFirst() + "'."));
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() == 1
                ? router.all().stream().map(ServerDefinition::id).toList()
                : List.of();
    }
}
