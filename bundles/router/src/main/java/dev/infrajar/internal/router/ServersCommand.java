// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.Router;
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

/** The console command {@code servers}. */
@Component(service = ConsoleCommand.class)
public final class ServersCommand implements ConsoleCommand {
    private final Router router;

    // These come and go with their bundles; without them the table has gaps.
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Sessions sessions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Backends backends;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable ServerStates states;

    /** Creates the command. */
    @Activate
    public ServersCommand(@Reference Router router) {
        this.router = router;
    }

    /** With given knowledge, for tests. */
    ServersCommand(Router router, ServerView view) {
        this.router = router;
        this.sessions = view.sessions();
        this.backends = view.backends();
        this.states = view.states();
    }

    @Override
    public String name() {
        return "servers";
    }

    @Override
    public List<String> aliases() {
        return List.of("backends");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "lists the servers with their modes, sessions, domains and addresses";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (!arguments.isEmpty()) {
            throw new IllegalArgumentException("servers takes no arguments; server ID shows one");
        }
        ServerList.print(router.all(), new ServerView(sessions, backends, states), out);
    }
}
