// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.net.core.StatusQuery;

/** The protocol numbers that answers are made for. */
final class ClientVersion {
    /** No client has it: it shows the version name in place of the player count. */
    static final int MISMATCH = -1;

    /** Stands in where a legacy ping carries none: 777, Minecraft 26.3, the newest one known. */
    private static final int NEWEST = 777;

    private ClientVersion() {}

    /** The client's own number, which makes it show the server as compatible. */
    static int protocolFor(StatusQuery query) {
        return query.isLegacy() ? NEWEST : query.protocol();
    }
}
