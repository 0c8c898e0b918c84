// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import dev.infrajar.net.filter.TransportFilterFactory;
import java.util.Map;
import java.util.Optional;

/**
 * A factory as it stands in the service registry.
 *
 * @param serviceId orders what declarations leave open: who came first
 * @param bundle the symbolic name of the bundle that registered it
 * @param bundleId the bundle's number in the framework
 * @param properties its service properties
 * @param factory its object, empty if it could not be created
 */
public record Candidate(
        long serviceId,
        String bundle,
        long bundleId,
        Map<String, Object> properties,
        Optional<TransportFilterFactory> factory) {
    /** Copies. */
    public Candidate {
        properties = Map.copyOf(properties);
    }

    /** The same factory, declared in another way. */
    Candidate with(Map<String, Object> changed) {
        return new Candidate(serviceId, bundle, bundleId, changed, factory);
    }
}
