// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The registry of server sources, and the router over all their servers. */
@Component(service = Router.class)
public final class RouterComponent implements Router {
    private final ServerRegistry registry = new ServerRegistry();

    /** Takes the servers of a source. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(ServerSource source, Map<String, Object> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer given ? given : 0;
        registry.add(new ServerRegistry.Place(ranking, idOf(properties)), source);
    }

    /** Forgets the servers of a source. */
    void removeSource(ServerSource source, Map<String, Object> properties) {
        registry.remove(idOf(properties));
    }

    private static long idOf(Map<String, Object> properties) {
        return properties.get(Constants.SERVICE_ID) instanceof Long id ? id : 0;
    }

    @Override
    public Optional<ServerDefinition> route(String virtualHost) {
        return registry.route(virtualHost);
    }

    @Override
    public Optional<ServerDefinition> byId(String id) {
        return registry.byId(id);
    }

    @Override
    public List<ServerDefinition> all() {
        return registry.all();
    }
}
