// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import io.netty.channel.ChannelHandler;
import java.util.Optional;
import java.util.concurrent.Executor;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one login to the moment a forwarder takes over. Who is refused without asking anybody is refused on the event
 * loop; the rest is straight-line code on a virtual thread. Each step has a deadline of its own; a client that leaves
 * meanwhile is noticed at the next step.
 */
final class LoginFlow {
    private static final Logger LOG = LoggerFactory.getLogger(LoginFlow.class);

    static final Component AWAY = Component.text("The proxy is being updated, please try again in a moment.");
    static final Component FULL = Component.text("The server is full, please try again later.");

    private final LoginDesk desk;
    private final Login login;
    private final Executor virtualThreads;

    LoginFlow(LoginDesk desk, Login login, Executor virtualThreads) {
        this.desk = desk;
        this.login = login;
        this.virtualThreads = virtualThreads;
    }

    /** Something that a login may fail at. */
    @FunctionalInterface
    private interface Part {
        void run() throws InterruptedException;
    }

    /** Called on the event loop; does not block. */
    void start() {
        guard(() -> {
            Router router = desk.neighbours().router().now();
            if (router == null) {
                block(this::awaitRouter);
            } else {
                goOn(desk.route().find(router, login), server -> block(() -> join(router, server)));
            }
        });
    }

    private void awaitRouter() throws InterruptedException {
        Optional<Router> arrived = desk.neighbours().router().await();
        if (arrived.isPresent()) {
            goOn(desk.route().find(arrived.get(), login), server -> join(arrived.get(), server));
        } else {
            login.refuse(AWAY, "the router is away");
        }
    }

    private void join(Router router, ServerDefinition routed) throws InterruptedException {
        EventDispatcher events = desk.neighbours().events().now();
        goOn(
                events == null
                        ? new Step.Go(routed)
                        : new PluginQuestions(events, router, desk.route(), login).ask(routed),
                this::connect);
    }

    /** What comes after a step that has found a server. */
    @FunctionalInterface
    private interface Next {
        void to(ServerDefinition server) throws InterruptedException;
    }

    private void goOn(Step step, Next next) throws InterruptedException {
        switch (step) {
            case Step.Go(ServerDefinition server) -> next.to(server);
            case Step.Refuse(Component text, String reason) -> login.refuse(text, reason);
            case Step.Drop() -> login.drop();
        }
    }

    private void connect(ServerDefinition server) throws InterruptedException {
        login.session().connectingTo(server.id());
        if (!desk.table().takePlace(server.id(), server.maxPlayers())) {
            login.refuse(FULL, "max_players reached");
            return;
        }
        boolean handedOver = false;
        try {
            handedOver = login.isOpen() && dial(server);
        } finally {
            if (!handedOver) {
                desk.table().giveBackPlace(server.id());
            }
        }
    }

    private boolean dial(ServerDefinition server) throws InterruptedException {
        Optional<Connector> connector = desk.neighbours().connector().await();
        if (connector.isEmpty()) {
            login.refuse(AWAY, "the connector is away");
            return false;
        }
        Dial dial = new Dial(
                server,
                login.connection().client(),
                login.connection().destination(),
                login.connection().channel().eventLoop(),
                LoginFlow::holdBackend,
                Dial.Purpose.SESSION);
        switch (connector.get().dial(dial)) {
            case Dialled.Connected connected -> {
                new HandOver(desk, login, server, connected).start();
                return true;
            }
            case Dialled.Unreachable(String reason, var _) -> {
                login.refuse(LegacyComponentSerializer.legacySection().deserialize(server.disconnectMessage()), reason);
                return false;
            }
        }
    }

    private static ChannelHandler holdBackend() {
        // A backend that breaks before the hand-over is found by the hand-over itself: its channel is closed then.
        return new HoldHandler(reason -> LOG.debug("backend connection ended before its hand-over: {}", reason.text()));
    }

    private void block(Part part) {
        virtualThreads.execute(() -> guard(() -> {
            login.waitsOnThisThread();
            part.run();
        }));
    }

    private void guard(Part part) {
        try {
            part.run();
        } catch (InterruptedException e) {
            LOG.debug("{}: login interrupted", login.session(), e);
            login.refuse(AWAY, "interrupted");
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            // The last frame of this login: a bundle that was replaced under it, or a defect. The player must not hang.
            LOG.error("{}: login failed", login.session(), e);
            login.refuse(AWAY, "internal error");
        }
    }
}
