// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.transport.Dialled;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a connected session to its forwarder, and clears up when the forwarder is done. Everything runs on the event loop
 * that both channels share. The place on the server is given back here, and the backend's channel is closed here.
 */
final class HandOver {
    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    private final LoginDesk desk;
    private final Login login;
    private final PlayerSession session;
    private final ServerDefinition server;
    private final Dialled.Connected backend;
    private final Place place;

    HandOver(LoginDesk desk, Login login, ServerDefinition server, Dialled.Connected backend, Place place) {
        this.desk = desk;
        this.login = login;
        this.session = login.session();
        this.server = server;
        this.backend = backend;
        this.place = place;
    }

    /** Begins behind what the event loop is doing: it may be in the middle of connecting the backend. */
    void start() {
        client().eventLoop().execute(this::handOver);
    }

    private Channel client() {
        return login.connection().channel();
    }

    private void handOver() {
        if (!login.isOpen()) {
            // Somebody has ended it while it was being connected.
            release();
            return;
        }
        try {
            decide();
        } catch (RuntimeException | LinkageError e) {
            // A forwarder bundle's fault: its factory's support check, or the start. Nothing of the session may stay
            // behind.
            LOG.error("{}: the hand-over failed", session, e);
            ended(new Outcome.Failed(Blame.PROXY, "the hand-over failed"));
        }
    }

    private void decide() {
        HoldHandler backendHold = backend.channel().pipeline().get(HoldHandler.class);
        Optional<SessionPlan> plan = desk.planner().plan(server, client(), backend.channel());
        if (!client().isActive()) {
            ended(new Outcome.ClientClosed());
        } else if (backendHold == null || !backend.channel().isActive()) {
            ended(new Outcome.BackendClosed());
        } else if (plan.isEmpty()) {
            login.refuse(LoginFlow.AWAY, "no forwarder bundle is active");
            release();
        } else {
            relay(plan.get(), backendHold.release());
        }
    }

    private void relay(SessionPlan plan, End backendEnd) {
        End held = login.hold().release();
        End clientEnd = new End(held.channel(), withHandshake(held.received()), held.inputClosed());
        Forwarder forwarder;
        try {
            forwarder = plan.forwarders().create(new Link(clientEnd, backendEnd, this::ended));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{}: the {} forwarder could not be made", session, plan.forwarderKind(), e);
            clientEnd.received().release();
            backendEnd.received().release();
            ended(new Outcome.Failed(Blame.PROXY, "the forwarder could not be made"));
            return;
        }
        desk.table().relay(session, new PlayerSession.Relay(plan, forwarder));
        desk.watch(held.channel().eventLoop()).add(forwarder, server.timeouts());
        LOG.info("{}: connected to {} at {} ({})", session, server.id(), backend.address(), plan.forwarderKind());
        forwarder.start();
    }

    private ByteBuf withHandshake(ByteBuf afterHandshake) {
        ByteBuf head = client().alloc().buffer();
        BackendHandshake.of(
                        login.handshake(),
                        server.domainRewrite(),
                        backend.address(),
                        login.connection().isViaTrustedProxy())
                .write(head);
        head.writeBytes(afterHandshake);
        afterHandshake.release();
        return head;
    }

    /** Once: a forwarder may report its end and fail all the same. */
    private void ended(Outcome outcome) {
        client().close();
        if (!session.end()) {
            return;
        }
        PlayerSession.Relay relay = session.relay();
        if (relay != null) {
            desk.watch(client().eventLoop()).remove(relay.forwarder());
        }
        desk.table().remove(session);
        release();
        DisconnectEvent event = SessionEnd.of(session, outcome);
        LOG.info(
                "{}: ended: {} ({} bytes to the backend, {} to the client)",
                session,
                event.reason(),
                event.serverboundBytes(),
                event.clientboundBytes());
        desk.announceEnd(event);
    }

    private void release() {
        place.giveBack();
        backend.channel().close();
    }
}
