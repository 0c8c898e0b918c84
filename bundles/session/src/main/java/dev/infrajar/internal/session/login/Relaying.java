// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.ServerConnectedEvent;
import dev.infrajar.internal.session.player.Place;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.relay.SessionEnd;
import dev.infrajar.internal.session.relay.TimeLimits;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.filter.ByteFilters;
import dev.infrajar.net.filter.FilteredRoute;
import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.transport.Dialled;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session from the moment its backend is there to its end, whatever relays it. On the event loop that both channels
 * share. The place on the server is given back here, and both channels are closed here.
 */
final class Relaying {
    private static final Logger LOG = LoggerFactory.getLogger(Relaying.class);

    private final LoginDesk desk;
    private final PlayerSession session;
    private final ServerDefinition server;
    private final Dialled.Connected backend;
    private final Place place;

    /** Makes a forwarder. */
    @FunctionalInterface
    interface Maker {
        /**
         * Called once. What it throws ends the session.
         *
         * @param ended takes the outcome
         */
        Forwarder make(Consumer<Outcome> ended);
    }

    Relaying(LoginDesk desk, PlayerSession session, ServerDefinition server, Dialled.Connected backend, Place place) {
        this.desk = desk;
        this.session = session;
        this.server = server;
        this.backend = backend;
        this.place = place;
    }

    /**
     * Begins to relay a session whose login nobody watches.
     *
     * @param kind the kind of the forwarder, for people
     * @param exit how the session is ended by somebody else than its two ends
     */
    void begin(String kind, Maker maker, PlayerSession.ForwardedExit exit) {
        begin(kind, maker, exit, TimeLimits.of(server.timeouts()));
    }

    /**
     * Begins to relay a session whose packets are seen.
     *
     * @param kind the kind of the forwarder, for people
     * @param exit how the session is ended by somebody else than its two ends
     * @param login how long the login may take, if it is not over; the player is told if it takes longer
     */
    void begin(String kind, Maker maker, PlayerSession.ForwardedExit exit, Duration login) {
        begin(kind, maker, exit, new TimeLimits(server.timeouts(), login, () -> exit.say(InterceptedLogin.BROKEN)));
    }

    private void begin(String kind, Maker maker, PlayerSession.ForwardedExit exit, TimeLimits limits) {
        Forwarder forwarder;
        try {
            forwarder = maker.make(this::ended);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{}: the {} forwarder could not be made", session, kind, e);
            ended(new Outcome.Failed(Blame.PROXY, "the forwarder could not be made"));
            return;
        }
        desk.table().relay(session, new PlayerSession.Relay(kind, forwarder, exit));
        desk.watch(session.channel().eventLoop())
                .add(forwarder, limits, () -> desk.transport().keepAlive(backend.channel()));
        LOG.info("{}: connected to {} at {} ({})", session, server.id(), backend.address(), kind);
        forwarder.start();
        desk.announceConnected(new ServerConnectedEvent(session, server));
    }

    /** Once: a forwarder may report its end and fail all the same. */
    void ended(Outcome outcome) {
        if (!session.end()) {
            session.channel().close();
            return;
        }
        PlayerSession.Relay relay = session.relay();
        if (relay == null) {
            session.channel().close();
        } else {
            desk.watch(session.channel().eventLoop()).remove(relay.forwarder());
            relay.exit().close(session.channel());
        }
        desk.table().remove(session);
        release();
        session.gone();
        DisconnectEvent event = SessionEnd.of(session, outcome);
        LOG.info(
                "{}: ended: {} ({} bytes to the backend, {} to the client)",
                session,
                event.reason(),
                event.serverboundBytes(),
                event.clientboundBytes());
        desk.announceEnd(event);
    }

    /** It is known where the bytes will go: the client's filters are asked who still wants them. Before a forwarder is chosen. */
    void routed() {
        ByteFilters.routed(session.channel(), new FilteredRoute(session.sessionId(), server));
    }

    /** The backend is not needed. */
    void release() {
        place.giveBack();
        if (backend.channel().isOpen()) {
            backend.channel().close();
        }
    }

    Channel backendChannel() {
        return backend.channel();
    }
}
