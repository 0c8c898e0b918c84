// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.internal.session.player.Place;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import java.util.Optional;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;

/** Dials backends for one login whose packets the proxy sees. Blocks; for its virtual thread. */
final class BackendDoor {
    private final LoginDesk desk;
    private final Login login;

    BackendDoor(LoginDesk desk, Login login) {
        this.desk = desk;
        this.login = login;
    }

    /**
     * A backend that answers, and a place there.
     *
     * @param server where
     * @param connected the connection
     * @param relaying gives both back, or relays
     */
    record Opened(ServerDefinition server, Dialled.Connected connected, Relaying relaying) {}

    /** A connection and a place; both are the caller's. */
    Opened open(ServerDefinition server) throws InterruptedException, LoginOver {
        login.session().connectingTo(server.id());
        Optional<Connector> connector = desk.neighbours().connector().await();
        if (connector.isEmpty()) {
            throw LoginOver.refusing(login, LoginFlow.AWAY, "the connector is away");
        }
        if (!login.isOpen()) {
            throw new LoginOver();
        }
        if (!desk.table().takePlace(server.id(), server.maxPlayers())) {
            throw LoginOver.refusing(login, LoginFlow.FULL, "max_players reached");
        }
        Place place = new Place(desk.table(), server.id());
        boolean isConnected = false;
        try {
            Dialled.Connected connected = dial(connector.get(), server);
            isConnected = true;
            return new Opened(server, connected, new Relaying(desk, login.session(), server, connected, place));
        } finally {
            if (!isConnected) {
                login.connection().channel().eventLoop().execute(place::giveBack);
            }
        }
    }

    private Dialled.Connected dial(Connector connector, ServerDefinition server)
            throws InterruptedException, LoginOver {
        Dial dial = new Dial(
                server,
                login.connection().client(),
                login.connection().destination(),
                login.connection().channel().eventLoop(),
                LoginFlow::holdBackend,
                Dial.Purpose.SESSION);
        return switch (connector.dial(dial)) {
            case Dialled.Connected connected -> connected;
            case Dialled.Unreachable(String reason, var _) ->
                throw LoginOver.refusing(
                        login,
                        LegacyComponentSerializer.legacySection().deserialize(server.disconnectMessage()),
                        reason);
        };
    }
}
