// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.player.Place;
import dev.infrajar.internal.session.services.Interception;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.LoginVerdict;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.identity.ForwardedIdentity;
import dev.infrajar.net.identity.Identification;
import dev.infrajar.net.identity.IdentityForwarding;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import io.netty.channel.ChannelHandler;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one login to the moment a forwarder takes over. What need not wait is done on the event loop: all of it where no
 * plugin is to be asked and no bundle is away. Plugins are asked, and bundles waited for, on a virtual thread, which comes back
 * to the event loop with what it has found. Each step has a deadline of its own; a client that leaves meanwhile is
 * noticed at the next step.
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
                find(router);
            }
        });
    }

    private void find(Router router) {
        goOn(desk.route().find(router, login), server -> join(router, server));
    }

    private void awaitRouter() throws InterruptedException {
        Optional<Router> arrived = desk.neighbours().router().await();
        if (arrived.isPresent()) {
            onLoop(() -> find(arrived.get()));
        } else {
            login.refuse(AWAY, "the router is away");
        }
    }

    /** On the event loop. */
    private void join(Router router, ServerDefinition routed) {
        EventDispatcher events = desk.neighbours().events().now();
        if (events != null && events.hasLoginListeners()) {
            block(() -> ask(new PluginQuestions(events, router, desk.route(), login), routed));
        } else if (isIntercepted(routed)) {
            block(() -> intercept(routed, LoginVerdict.Proof.AS_CONFIGURED, Step.Go::new));
        } else {
            connect(routed);
        }
    }

    private void ask(PluginQuestions questions, ServerDefinition routed) throws InterruptedException {
        PluginQuestions.Answer answer = questions.askAboutLogin(routed);
        if (answer.step() instanceof Step.Go(ServerDefinition server) && isIntercepted(server)) {
            // Its plugins are asked about the connection when it is known who the player is.
            intercept(server, answer.proof(), questions::askAboutConnect);
            return;
        }
        warnOfProof(answer.proof());
        Step step = answer.step() instanceof Step.Go(ServerDefinition server)
                ? questions.askAboutConnect(server)
                : answer.step();
        if (step instanceof Step.Go(ServerDefinition target) && isIntercepted(target)) {
            intercept(target, answer.proof(), Step.Go::new);
        } else {
            onLoop(() -> goOn(step, this::connect));
        }
    }

    private static boolean isIntercepted(ServerDefinition server) {
        return server.proxyMode().isIntercepted();
    }

    private void warnOfProof(LoginVerdict.Proof proof) {
        if (proof == LoginVerdict.Proof.REQUIRED) {
            LOG.warn("{}: a login listener asks for a proof that the mode of the server cannot give", login.session());
        }
    }

    private void intercept(ServerDefinition server, LoginVerdict.Proof proof, InterceptedLogin.ConnectQuestion question)
            throws InterruptedException {
        Optional<Interception> services = desk.packets().await();
        if (services.isPresent()) {
            new InterceptedLogin(desk, login, services.get(), question).run(server, proof);
        } else {
            login.refuse(
                    AWAY,
                    "a bundle is away that sessions of proxy_mode = \""
                            + server.proxyMode().key() + "\" need");
        }
    }

    private void goOn(Step step, Consumer<ServerDefinition> next) {
        switch (step) {
            case Step.Go(ServerDefinition server) -> next.accept(server);
            case Step.Refuse(Component text, String reason) -> login.refuse(text, reason);
            case Step.Drop() -> login.drop();
        }
    }

    private void connect(ServerDefinition server) {
        login.session().connectingTo(server.id());
        IdentityForwarding forwarding = desk.packets().forwarding().now();
        if (forwarding != null && forwarding.concerns(server)) {
            block(() -> identify(forwarding, server));
        } else {
            connect(server, Optional.empty());
        }
    }

    /** A backend is told what the client claims: nobody has proved it. */
    private void identify(IdentityForwarding forwarding, ServerDefinition server) {
        switch (forwarding.identify(server, login.session().asClaimed())) {
            case Identification.Possible(ForwardedIdentity identity) ->
                onLoop(() -> connect(server, Optional.of(identity)));
            case Identification.Impossible(Component text, String reason) -> login.refuse(text, reason);
        }
    }

    private void connect(ServerDefinition server, Optional<ForwardedIdentity> identity) {
        Connector connector = desk.neighbours().connector().now();
        if (connector == null) {
            block(() -> awaitConnector(server, identity));
        } else {
            dial(connector, server, identity);
        }
    }

    private void awaitConnector(ServerDefinition server, Optional<ForwardedIdentity> identity)
            throws InterruptedException {
        Optional<Connector> arrived = desk.neighbours().connector().await();
        if (arrived.isPresent()) {
            onLoop(() -> dial(arrived.get(), server, identity));
        } else {
            login.refuse(AWAY, "the connector is away");
        }
    }

    private void dial(Connector connector, ServerDefinition server, Optional<ForwardedIdentity> identity) {
        if (!login.isOpen()) {
            return;
        }
        if (!desk.table().takePlace(server.id(), server.maxPlayers())) {
            login.refuse(FULL, "max_players reached");
            return;
        }
        Place place = new Place(desk.table(), server.id());
        try {
            Future<Dialled> dialling = connector.begin(new Dial(
                    server,
                    login.connection().client(),
                    login.connection().destination(),
                    login.connection().channel().eventLoop(),
                    LoginFlow::holdBackend,
                    Dial.Purpose.SESSION));
            login.waitsFor(dialling);
            dialling.addListener(_ -> guard(() -> dialled(dialling, server, identity, place)));
        } catch (RuntimeException | LinkageError e) {
            place.giveBack();
            throw e;
        }
    }

    private void dialled(
            Future<Dialled> dialling, ServerDefinition server, Optional<ForwardedIdentity> identity, Place place) {
        if (dialling.isSuccess() && dialling.getNow() instanceof Dialled.Connected connected) {
            new HandOver(desk, login, server, connected, place, identity).start();
            return;
        }
        place.giveBack();
        if (dialling.isSuccess() && dialling.getNow() instanceof Dialled.Unreachable(String reason, var _)) {
            login.refuse(LegacyComponentSerializer.legacySection().deserialize(server.disconnectMessage()), reason);
        } else if (!dialling.isCancelled()) {
            throw new IllegalStateException("dialling " + server.id() + " broke off", dialling.cause());
        }
    }

    static ChannelHandler holdBackend() {
        // A backend that breaks before the hand-over is found by the hand-over itself: its channel is closed then.
        return new HoldHandler(reason -> LOG.debug("backend connection ended before its hand-over: {}", reason.text()));
    }

    private void block(Part part) {
        virtualThreads.execute(() -> guard(() -> {
            login.waitsOnThisThread();
            part.run();
        }));
    }

    private void onLoop(Part part) {
        login.connection().channel().eventLoop().execute(() -> guard(part));
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
