// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import java.util.Map;
import java.util.Optional;

/**
 * A service as it stands in the service registry, before anybody has read what it declares.
 *
 * @param serviceId orders what declarations leave open: who came first
 * @param origin the bundle that registered it
 * @param properties its service properties
 * @param service its object, empty if it could not be created
 * @param <S> the type of the service
 */
public record Candidate<S>(long serviceId, Origin origin, Map<String, Object> properties, Optional<S> service) {
    /** Copies. */
    public Candidate {
        properties = Map.copyOf(properties);
    }

    /**
     * The same service, declared in another way.
     *
     * @param changed its service properties
     * @return a copy
     */
    public Candidate<S> with(Map<String, Object> changed) {
        return new Candidate<>(serviceId, origin, changed, service);
    }

    /**
     * Its object.
     *
     * @return what calls go to
     * @throws BadDeclaration if it could not be created
     */
    public S created() throws BadDeclaration {
        return service.orElseThrow(() -> new BadDeclaration("the factory could not be created"));
    }
}
