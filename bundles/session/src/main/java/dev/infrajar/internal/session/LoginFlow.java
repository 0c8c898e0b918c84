// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.LoginDecision;
import dev.infrajar.api.event.LoginEvent;
import dev.infrajar.api.event.ServerConnectDecision;
import dev.infrajar.api.event.ServerConnectEvent;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import io.netty.channel.ChannelHandler;
import java.net.InetSocketAddress;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One login, from its login start to the moment a forwarder takes over: straight-line code on a virtual thread. Each step
 * has a deadline of its own; a client that leaves meanwhile is noticed at the next step.
 */
final class LoginFlow implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LoginFlow.class);

    static final Component AWAY = Component.text("The proxy is being updated, please try again in a moment.");
    static final Component FULL = Component.text("The server is full, please try again later.");

    private final LoginDesk desk;
    private final HoldHandler hold;
    private final Handshake handshake;
    private final RelayedSession session;

    LoginFlow(LoginDesk desk, HoldHandler hold, Handshake handshake, RelayedSession session) {
        this.desk = desk;
        this.hold = hold;
        this.handshake = handshake;
        this.session = session;
    }

    /** How a step that may end the login ended: with a server, or with a text for the player. */
    private sealed interface Step {
        record Go(ServerDefinition server) implements Step {}

        record Refuse(Component text, String reason) implements Step {}

        record Drop() implements Step {}
    }

    @Override
    public void run() {
        try {
            switch (route()) {
                case Step.Go(ServerDefinition server) -> connect(server);
                case Step.Refuse(Component text, String reason) -> refuse(text, reason);
                case Step.Drop() -> drop();
            }
        } catch (InterruptedException e) {
            LOG.debug("{}: login interrupted", session, e);
            refuse(AWAY, "interrupted");
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            // The last frame of this thread: a bundle that was replaced under it, or a defect. The player must not
            // hang.
            LOG.error("{}: login failed", session, e);
            refuse(AWAY, "internal error");
        }
    }

    private Step route() throws InterruptedException {
        Optional<Router> present = desk.neighbours().router().await();
        if (present.isEmpty()) {
            return new Step.Refuse(AWAY, "the router is away");
        }
        Router router = present.get();
        Optional<ServerDefinition> found = router.route(session.virtualHost());
        if (found.isEmpty()) {
            return desk.config().get().unknownDomainBehavior() == SessionConfig.UnknownDomainBehavior.DROP
                    ? new Step.Drop()
                    : new Step.Refuse(Component.text("Unknown server: " + session.virtualHost()), "unknown host");
        }
        return askPlugins(router, found.get());
    }

    private Step askPlugins(Router router, ServerDefinition routed) {
        EventDispatcher events = desk.neighbours().events().now();
        if (events == null) {
            return new Step.Go(routed);
        }
        session.connectingTo(routed.id());
        Step afterLogin =
                switch (events.login(new LoginEvent(session, routed), router::byId)) {
                    case LoginDecision.Allow() -> new Step.Go(routed);
                    case LoginDecision.Deny(Component reason) -> new Step.Refuse(reason, "denied by a login listener");
                    case LoginDecision.Redirect(String serverId) -> goTo(router, serverId, routed);
                };
        return afterLogin instanceof Step.Go(ServerDefinition target)
                ? askAboutConnect(events, router, target)
                : afterLogin;
    }

    private Step askAboutConnect(EventDispatcher events, Router router, ServerDefinition target) {
        session.connectingTo(target.id());
        return switch (events.serverConnect(new ServerConnectEvent(session, target), router::byId)) {
            case ServerConnectDecision.Allow() -> new Step.Go(target);
            case ServerConnectDecision.Deny(Component reason) ->
                new Step.Refuse(reason, "denied by a server connect listener");
            case ServerConnectDecision.ConnectTo(String serverId) -> goTo(router, serverId, target);
        };
    }

    /** The server of a redirect; the one before if it has just been removed. */
    private static Step goTo(Router router, String serverId, ServerDefinition otherwise) {
        return new Step.Go(router.byId(serverId).orElse(otherwise));
    }

    private void connect(ServerDefinition server) throws InterruptedException {
        session.connectingTo(server.id());
        if (!desk.table().takePlace(server.id(), server.maxPlayers())) {
            refuse(FULL, "max_players reached");
            return;
        }
        boolean handedOver = false;
        try {
            handedOver = dial(server);
        } finally {
            if (!handedOver) {
                desk.table().giveBackPlace(server.id());
            }
        }
    }

    private boolean dial(ServerDefinition server) throws InterruptedException {
        Optional<Connector> connector = desk.neighbours().connector().await();
        if (connector.isEmpty()) {
            refuse(AWAY, "the connector is away");
            return false;
        }
        Dial dial = new Dial(
                server,
                session.remoteAddress(),
                (InetSocketAddress) hold.channel().localAddress(),
                hold.channel().eventLoop(),
                LoginFlow::holdBackend,
                Dial.Purpose.SESSION);
        switch (connector.get().dial(dial)) {
            case Dialled.Connected connected -> {
                new HandOver(desk, session, server, hold, handshake, connected).start();
                return true;
            }
            case Dialled.Unreachable(String reason, var _) -> {
                refuse(LegacyComponentSerializer.legacySection().deserialize(server.disconnectMessage()), reason);
                return false;
            }
        }
    }

    private static ChannelHandler holdBackend() {
        // A backend that breaks before the hand-over is found by the hand-over itself: its channel is closed then.
        return new HoldHandler(reason -> LOG.debug("backend connection ended before its hand-over: {}", reason.text()));
    }

    private void refuse(Component text, String reason) {
        LOG.info("{}: refused: {}", session, reason);
        session.ended();
        hold.channel()
                .eventLoop()
                .execute(() ->
                        hold.sendAndClose(LoginDisconnect.encode(hold.channel().alloc(), text, handshake.protocol())));
        desk.announceEnd(new DisconnectEvent(session, DisconnectEvent.Cause.REFUSED, reason, 0, 0));
    }

    private void drop() {
        desk.rejections().count(Rejection.UNKNOWN_HOST);
        session.ended();
        hold.channel().close();
    }
}
