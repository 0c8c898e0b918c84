// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.HostSuffix;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.transport.Dialled;
import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a connected session to its forwarder, and clears up when the forwarder is done. Everything runs on the event loop
 * that both channels share. The place on the server is given back here.
 */
final class HandOver {
    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    private final LoginDesk desk;
    private final RelayedSession session;
    private final ServerDefinition server;
    private final HoldHandler client;
    private final Handshake handshake;
    private final Dialled.Connected backend;
    private boolean isOver;

    HandOver(
            LoginDesk desk,
            RelayedSession session,
            ServerDefinition server,
            HoldHandler client,
            Handshake handshake,
            Dialled.Connected backend) {
        this.desk = desk;
        this.session = session;
        this.server = server;
        this.client = client;
        this.handshake = handshake;
        this.backend = backend;
    }

    void start() {
        client.channel().eventLoop().execute(this::handOver);
    }

    private void handOver() {
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
        Optional<SessionPlan> plan = desk.planner().plan(server, client.channel(), backend.channel());
        if (!client.channel().isActive()) {
            ended(new Outcome.ClientClosed());
        } else if (backendHold == null || !backend.channel().isActive()) {
            ended(new Outcome.BackendClosed());
        } else if (plan.isEmpty()) {
            client.sendAndClose(LoginDisconnect.encode(client.channel().alloc(), LoginFlow.AWAY, handshake.protocol()));
            clearUp(new Outcome.Failed(Blame.PROXY, "no forwarder bundle is active"));
        } else {
            relay(plan.get(), backendHold.release());
        }
    }

    private void relay(SessionPlan plan, End backendEnd) {
        End held = client.release();
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
        session.relayedBy(new RelayedSession.Relay(plan, forwarder, held.channel()));
        desk.table().add(session);
        desk.watch(held.channel().eventLoop()).add(forwarder, server.timeouts());
        LOG.info("{}: connected to {} at {} ({})", session, server.id(), backend.address(), plan.forwarderKind());
        forwarder.start();
    }

    private ByteBuf withHandshake(ByteBuf afterHandshake) {
        ByteBuf head = client.channel().alloc().buffer();
        rewritten().write(head);
        head.writeBytes(afterHandshake);
        afterHandshake.release();
        return head;
    }

    private Handshake rewritten() {
        String host =
                switch (server.domainRewrite()) {
                    case DomainRewrite.None() -> handshake.bareHost();
                    case DomainRewrite.FromBackend() -> backend.address().host();
                    case DomainRewrite.Explicit(String fixed) -> fixed;
                };
        return handshake.withHost(host + HostSuffix.passable(handshake.suffix()));
    }

    private void ended(Outcome outcome) {
        client.channel().close();
        clearUp(outcome);
    }

    /** Once: a forwarder may report its end and fail all the same. */
    private void clearUp(Outcome outcome) {
        if (isOver) {
            return;
        }
        isOver = true;
        session.ended();
        RelayedSession.Relay relay = session.relay();
        if (relay != null) {
            desk.watch(relay.client().eventLoop()).remove(relay.forwarder());
        }
        desk.table().remove(session);
        desk.table().giveBackPlace(server.id());
        backend.channel().close();
        DisconnectEvent event = event(outcome);
        LOG.info(
                "{}: ended: {} ({} bytes to the backend, {} to the client)",
                session,
                event.reason(),
                event.serverboundBytes(),
                event.clientboundBytes());
        desk.announceEnd(event);
    }

    private DisconnectEvent event(Outcome outcome) {
        long serverbound = session.info().serverboundBytes();
        long clientbound = session.info().clientboundBytes();
        return switch (outcome) {
            case Outcome.ClientClosed() ->
                new DisconnectEvent(
                        session, DisconnectEvent.Cause.CLIENT_CLOSED, "the client closed", serverbound, clientbound);
            case Outcome.BackendClosed() ->
                new DisconnectEvent(
                        session, DisconnectEvent.Cause.BACKEND_CLOSED, "the backend closed", serverbound, clientbound);
            case Outcome.Failed(Blame blame, String reason) ->
                new DisconnectEvent(session, DisconnectEvent.Cause.FAILED, reason, serverbound, clientbound);
            case Outcome.HandOver() -> throw new IllegalStateException("a forwarder of bytes does not hand over");
        };
    }
}
