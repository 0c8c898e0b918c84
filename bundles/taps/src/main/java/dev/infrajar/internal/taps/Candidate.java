// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.intercept.PacketTapFactory;
import java.util.Map;
import java.util.Optional;

/**
 * A factory as it stands in the service registry.
 *
 * @param serviceId orders what declarations leave open: who came first
 * @param origin the bundle that registered it
 * @param properties its service properties
 * @param factory its object, empty if it could not be created
 */
public record Candidate(
        long serviceId, Origin origin, Map<String, Object> properties, Optional<PacketTapFactory> factory) {
    /** Copies. */
    public Candidate {
        properties = Map.copyOf(properties);
    }

    /** The same factory, declared in another way. */
    Candidate with(Map<String, Object> changed) {
        return new Candidate(serviceId, origin, changed, factory);
    }
}
