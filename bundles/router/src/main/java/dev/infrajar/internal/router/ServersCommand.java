// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.Sessions;
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

    /** Comes and goes with its bundle; without it the table has no counts. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Sessions sessions;

    /** Creates the command. */
    @Activate
    public ServersCommand(@Reference Router router) {
        this.router = router;
    }

    /** With given sessions, for tests. */
    ServersCommand(Router router, @Nullable Sessions sessions) {
        this.router = router;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "servers";
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
            throw new IllegalArgumentException("servers takes no arguments");
        }
        Sessions counted = sessions;
        ServerList.print(router.all(), id -> counted == null ? "-" : Integer.toString(counted.countOn(id)), out);
    }
}
