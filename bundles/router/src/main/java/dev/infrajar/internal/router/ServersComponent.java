// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.api.server.Server;
import dev.infrajar.api.server.Servers;
import dev.infrajar.net.core.Router;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows plugins the servers. */
@Component(service = Servers.class)
public final class ServersComponent implements Servers {
    private final Router router;

    /** Creates the view. */
    @Activate
    public ServersComponent(@Reference Router router) {
        this.router = router;
    }

    @Override
    public List<Server> all() {
        return List.copyOf(router.all());
    }

    @Override
    public Optional<Server> byId(String id) {
        return router.byId(id).map(Server.class::cast);
    }
}
