// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.packet.Dialect;
import java.util.Map;
import java.util.WeakHashMap;

/** The milestones of each dialect, which all of its sessions share. Those of a codec that is gone go with it. Thread-safe. */
final class DialectMilestones {
    private final Map<Dialect, Milestones> known = new WeakHashMap<>();

    /** Looked up once for each dialect. */
    synchronized Milestones of(Dialect dialect) {
        return known.computeIfAbsent(dialect, Milestones::new);
    }
}
