// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.HostAndPort;

/**
 * Somewhere that a session of a server may be sent: an address of its file, or what an SRV record makes of it.
 *
 * @param entry the entry of the file
 * @param address where it is dialled
 * @param weight its share, above 0
 * @param tier 0 for the first priority; a strategy chooses among those of the lowest tier
 */
record Target(BackendAddress entry, HostAndPort address, double weight, int tier) {
    static Target of(BackendAddress entry) {
        return new Target(entry, entry.target(), entry.weight(), 0);
    }
}
