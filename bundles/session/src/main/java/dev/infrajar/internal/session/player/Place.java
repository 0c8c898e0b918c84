// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.player;

/** One of the places that a server's {@code max_players} leaves, taken until it is given back. On one event loop. */
public final class Place {
    private final SessionTable table;
    private final String serverId;
    private boolean taken = true;

    public Place(SessionTable table, String serverId) {
        this.table = table;
        this.serverId = serverId;
    }

    /** The first call counts. */
    public void giveBack() {
        if (taken) {
            taken = false;
            table.giveBackPlace(serverId);
        }
    }
}
