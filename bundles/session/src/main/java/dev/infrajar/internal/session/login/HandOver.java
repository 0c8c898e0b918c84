// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.player.Place;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.identity.ForwardedIdentity;
import dev.infrajar.net.transport.Dialled;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a connected session to a forwarder of bytes. Everything runs on the event loop that both channels share. */
final class HandOver {
    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    private final LoginDesk desk;
    private final Login login;
    private final ServerDefinition server;
    private final Dialled.Connected backend;
    private final Optional<ForwardedIdentity> identity;
    private final Relaying relaying;

    HandOver(
            LoginDesk desk,
            Login login,
            ServerDefinition server,
            Dialled.Connected backend,
            Place place,
            Optional<ForwardedIdentity> identity) {
        this.desk = desk;
        this.login = login;
        this.server = server;
        this.backend = backend;
        this.identity = identity;
        this.relaying = new Relaying(desk, login.session(), server, backend, place);
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
            relaying.release();
            return;
        }
        try {
            decide();
        } catch (RuntimeException | LinkageError e) {
            // A forwarder bundle's fault: its factory's support check, or the start. Nothing of the session may stay
            // behind.
            LOG.error("{}: the hand-over failed", login.session(), e);
            relaying.ended(new Outcome.Failed(Blame.PROXY, "the hand-over failed"));
        }
    }

    private void decide() {
        HoldHandler backendHold = backend.channel().pipeline().get(HoldHandler.class);
        relaying.routed();
        Optional<SessionPlan> plan = desk.planner().plan(server, client(), backend.channel());
        if (!client().isActive()) {
            relaying.ended(new Outcome.ClientClosed());
        } else if (backendHold == null || !backend.channel().isActive()) {
            relaying.ended(new Outcome.BackendClosed());
        } else if (plan.isEmpty()) {
            login.refuse(LoginFlow.AWAY, "no forwarder bundle is active");
            relaying.release();
        } else {
            relay(plan.get(), backendHold.release());
        }
    }

    private void relay(SessionPlan plan, End backendEnd) {
        End held = login.hold().release();
        End clientEnd = new End(held.channel(), withHandshake(held.received()), held.inputClosed());
        relaying.begin(
                plan.forwarderKind(),
                ended -> {
                    try {
                        return plan.forwarders().create(new Link(clientEnd, backendEnd, ended));
                    } catch (RuntimeException | LinkageError e) {
                        clientEnd.received().release();
                        backendEnd.received().release();
                        throw e;
                    }
                },
                PlayerSession.ForwardedExit.WITHOUT_TEXT);
    }

    private ByteBuf withHandshake(ByteBuf afterHandshake) {
        ByteBuf head = client().alloc().buffer();
        BackendHandshake.of(
                        login.handshake(),
                        server.domainRewrite(),
                        backend.address(),
                        login.connection().isViaTrustedProxy(),
                        identity)
                .write(head);
        head.writeBytes(afterHandshake);
        afterHandshake.release();
        return head;
    }
}
