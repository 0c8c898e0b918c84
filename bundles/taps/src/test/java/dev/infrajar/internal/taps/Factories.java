// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.whiteboard.Candidate;
import dev.infrajar.net.whiteboard.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Registers factories as plugins would. */
final class Factories {
    static final Origin PLUGIN = new Origin("com.example.plugin", 7);

    private final TapRegistry registry;
    private long lastServiceId;

    Factories(TapRegistry registry) {
        this.registry = registry;
    }

    long add(String id, String kind, PacketTap tap) {
        return add(id, Map.of("tap.kinds", "play clientbound " + kind), session -> Optional.of(tap));
    }

    /** As a bundle does whose version before is still there. */
    long addSuccessor(String id, PacketTap tap) {
        Map<String, Object> properties = Map.of("tap.kinds", "play clientbound p1", "tap.id", id);
        Origin registrar = new Origin(PLUGIN.bundle(), PLUGIN.bundleId() + 1);
        registry.put(
                new Candidate<>(++lastServiceId, PLUGIN, properties, Optional.of(_ -> Optional.of(tap))), registrar);
        return lastServiceId;
    }

    long add(String id, Map<String, Object> properties, PacketTapFactory factory) {
        Map<String, Object> all = new HashMap<>(Map.of("tap.kinds", "play clientbound p1"));
        all.putAll(properties);
        all.put("tap.id", id);
        registry.put(new Candidate<>(++lastServiceId, PLUGIN, all, Optional.of(factory)));
        return lastServiceId;
    }
}
