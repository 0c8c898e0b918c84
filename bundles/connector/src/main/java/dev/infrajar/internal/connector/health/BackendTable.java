// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import dev.infrajar.net.core.HostAndPort;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * All backends that are in use, by their address: several servers may share one, and a server's file may change. One that
 * nobody has dialled for {@link #FORGOTTEN_AFTER}, and that carries no session, is forgotten.
 */
public final class BackendTable {
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Map<HostAndPort, Backend> backends = new ConcurrentHashMap<>();
    private final LongSupplier nanoClock;

    /** An empty one. */
    public BackendTable(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** The backend at an address, for a server that is about to dial it. */
    public Backend use(HostAndPort address, BackendUser user) {
        long now = nanoClock.getAsLong();
        if (!backends.containsKey(address)) {
            backends.values().removeIf(backend -> backend.isUnused(now, FORGOTTEN_AFTER));
        }
        return backends.compute(address, (_, present) -> {
            Backend backend = present == null ? new Backend(address, user, now) : present;
            backend.usedBy(user, now);
            return backend;
        });
    }

    /** The backend at an address, where it is in use. */
    public Optional<Backend> find(HostAndPort address) {
        return Optional.ofNullable(backends.get(address));
    }

    /** Says that no server has an address any more: it is probed again when it is used again. */
    public void release(HostAndPort address) {
        find(address).ifPresent(backend -> backend.releasedSince(nanoClock.getAsLong(), FORGOTTEN_AFTER));
    }

    boolean isForgotten(Backend backend) {
        return backend.isUnused(nanoClock.getAsLong(), FORGOTTEN_AFTER);
    }
}
