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

    long add(String id, Map<String, Object> properties, PacketTapFactory factory) {
        Map<String, Object> all = new HashMap<>(Map.of("tap.kinds", "play clientbound p1"));
        all.putAll(properties);
        all.put("tap.id", id);
        registry.put(new Candidate<>(++lastServiceId, PLUGIN, all, Optional.of(factory)));
        return lastServiceId;
    }
}
