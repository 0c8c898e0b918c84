// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.internal.session.gate.Entrance;
import dev.infrajar.internal.session.handshake.OpeningDecoder;
import dev.infrajar.internal.session.login.Logins;
import dev.infrajar.internal.session.phase.OpeningHandler;
import dev.infrajar.internal.session.status.StatusFlow;
import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.ConnectionAcceptor;

/**
 * Every accepted connection: closes those that no gate wants, starts the first phase of the others.
 *
 * @param entrance who may come in
 * @param status answers pings
 * @param logins begins logins
 */
public record Connections(Entrance entrance, StatusFlow status, Logins logins) implements ConnectionAcceptor {

    @Override
    public void accept(ClientConnection connection) {
        if (!entrance.admits(connection)) {
            connection.channel().close();
            return;
        }
        int maxFrameBytes = connection.isViaTrustedProxy()
                ? OpeningDecoder.MAX_TRUSTED_FRAME_BYTES
                : OpeningDecoder.MAX_FRAME_BYTES;
        ClientDoor door = new ClientDoor(connection, entrance, status, logins);
        connection.channel().pipeline().addLast(new OpeningHandler(door, maxFrameBytes));
    }
}
