// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.internal.session.conversation.ChannelConversation;
import dev.infrajar.internal.session.conversation.ConversationTerms;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.phase.HoldHandler;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.services.Interception;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.core.LoginVerdict;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.identity.Authentication;
import dev.infrajar.net.identity.ClientLogin;
import dev.infrajar.net.identity.ForwardedIdentity;
import dev.infrajar.net.identity.ForwardedPlayer;
import dev.infrajar.net.identity.GameProfile;
import dev.infrajar.net.identity.Identification;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.DialectMatch;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.login.LoginAcknowledged;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.login.LoginSuccess;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import net.kyori.adventure.text.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The login of a player whose packets the proxy sees. Straight-line code on a virtual thread: who the player is, where it
 * goes, the login there in its place, the welcome, and the hand-over to the event loop. Where nobody has to prove anything
 * and the backend asks the proxy nothing, client and backend do their login themselves, through the relay.
 */
final class InterceptedLogin {
    private static final Logger LOG = LoggerFactory.getLogger(InterceptedLogin.class);

    static final Component REFUSED = Component.text("Backend refused connection");
    static final Component BROKEN = Component.text("The login could not be completed, please try again");
    static final Component REPLACED = Component.text("You logged in from another location");

    private static final Duration FIRST_PACKET = Duration.ofSeconds(5);
    private static final Duration SETTLE = Duration.ofSeconds(5);

    /** For the session that this one replaces. */
    private static final Duration LEAVING = Duration.ofSeconds(1);

    private final LoginDesk desk;
    private final Login login;
    private final Interception services;
    private final ConnectQuestion question;
    private final BackendDoor door;

    /** What may be asked once it is known who the player is. */
    @FunctionalInterface
    interface ConnectQuestion {
        /** Where it goes in the end. */
        Step ask(ServerDefinition target);
    }

    InterceptedLogin(LoginDesk desk, Login login, Interception services, ConnectQuestion question) {
        this.desk = desk;
        this.login = login;
        this.services = services;
        this.question = question;
        this.door = new BackendDoor(desk, login);
    }

    /** Blocks until the login is handed over or has failed; every step has a deadline. */
    void run(ServerDefinition routed, LoginVerdict.Proof proof) throws InterruptedException {
        login.session().madeOf(services::parts);
        try {
            Dialect dialect = dialect();
            boolean proves =
                    switch (proof) {
                        case REQUIRED -> true;
                        case WAIVED -> false;
                        case AS_CONFIGURED -> routed.proxyMode() == ProxyMode.CLIENT_ONLY;
                    };
            if (proves) {
                converse(dialect, routed);
            } else {
                goWithoutProof(dialect, routed);
            }
        } catch (ConversationException e) {
            login.refuse(BROKEN, e.reason());
        } catch (LoginOver _) {
            // Said and logged where it happened.
        } finally {
            onLoop(this::leave);
        }
    }

    /** Behind all that the login has left to the event loop: a place it had is given back by now, or the session's. */
    private void leave() {
        if (login.session().isLoggingIn()) {
            login.session().gone();
        }
    }

    private Dialect dialect() throws LoginOver {
        DialectMatch match = services.dialects().of(login.session().protocol());
        if (match instanceof DialectMatch.Refused(String reason)) {
            throw refuse(Component.text("This server does not understand your version of the game"), reason);
        }
        return match.dialect().orElseThrow();
    }

    private void converse(Dialect dialect, ServerDefinition routed)
            throws ConversationException, InterruptedException, LoginOver {
        ChannelConversation client = takeOverClient(dialect);
        GameProfile profile =
                switch (services.authenticator().authenticate(client, clientLogin())) {
                    case Authentication.Authenticated(GameProfile proved) -> proved;
                    case Authentication.Refused(Component text, String reason) -> throw refuse(text, reason);
                };
        login.session().identifiedAs(profile, true);
        passGates(routed);
        Optional<PlayerSession> before = desk.table().replaceOthers(login.session(), REPLACED);
        if (before.isPresent() && !before.get().awaitGone(LEAVING)) {
            LOG.debug("{}: {} does not leave in time", login.session(), before.get());
        }
        join(client, dialect, routed, profile);
    }

    private void goWithoutProof(Dialect dialect, ServerDefinition routed)
            throws ConversationException, InterruptedException, LoginOver {
        GameProfile profile = GameProfile.offline(login.session().name());
        login.session().identifiedAs(profile, false);
        // Asked before about the UUID that the client claims; the backend will know this one.
        passGates(routed);
        ServerDefinition server = ask(routed);
        ForwardedIdentity identity = identify(server, profile);
        if (identity.hasAnswers()) {
            ChannelConversation client = takeOverClient(dialect);
            joinAt(client, dialect, server, profile, identity);
        } else {
            relayLogin(dialect, server, identity);
        }
    }

    private void join(ChannelConversation client, Dialect dialect, ServerDefinition routed, GameProfile profile)
            throws ConversationException, InterruptedException, LoginOver {
        ServerDefinition server = ask(routed);
        joinAt(client, dialect, server, profile, identify(server, profile));
    }

    private void joinAt(
            ChannelConversation client,
            Dialect dialect,
            ServerDefinition server,
            GameProfile profile,
            ForwardedIdentity identity)
            throws ConversationException, InterruptedException, LoginOver {
        BackendDoor.Opened backend = door.open(server);
        boolean handedOver = false;
        try {
            ChannelConversation conversation = takeOver(backend, dialect);
            LoginSuccess success = logIn(client, conversation, backend, profile, identity);
            client.expectAnswers(false);
            login.session().joinedAs(success.uuid());
            new ClientWelcome(client, services.clientThreshold())
                    .run(profile.uuid(), profile.name(), profile.properties(), success.sessionId());
            acknowledge(conversation);
            client.settle(SETTLE);
            conversation.settle(SETTLE);
            PacketHandOver handOver = handOver(dialect, backend);
            onLoop(() -> handOver.begin(client::release, conversation::release, client.phase()));
            handedOver = true;
        } finally {
            if (!handedOver) {
                onLoop(backend.relaying()::release);
            }
        }
    }

    private PacketHandOver handOver(Dialect dialect, BackendDoor.Opened backend) {
        return new PacketHandOver(
                login, services, dialect, backend.relaying(), desk.route().rejections()::count);
    }

    private void relayLogin(Dialect dialect, ServerDefinition server, ForwardedIdentity identity)
            throws InterruptedException, LoginOver {
        BackendDoor.Opened backend = door.open(server);
        Handshake handshake = handshake(backend, identity);
        PacketHandOver handOver = handOver(dialect, backend);
        onLoop(() -> handOver.beginWithLogin(handshake));
    }

    private LoginSuccess logIn(
            ChannelConversation client,
            ChannelConversation conversation,
            BackendDoor.Opened backend,
            GameProfile profile,
            ForwardedIdentity identity)
            throws ConversationException, InterruptedException, LoginOver {
        client.expectAnswers(true);
        BackendLogin.Request request = new BackendLogin.Request(
                handshake(backend, identity),
                profile.name(),
                profile.uuid(),
                identity::answer,
                services.loginTimeout(),
                backend.server().timeouts().read());
        return switch (new BackendLogin(conversation, client, conversation::greet, request).run()) {
            case BackendLogin.Result.Joined(LoginSuccess success) -> success;
            case BackendLogin.Result.Refused(Component text) -> throw refuse(text, "refused by the backend");
            case BackendLogin.Result.Failed(String reason) -> throw refuse(REFUSED, reason);
            case BackendLogin.Result.ClientFailed(String reason) -> throw refuse(BROKEN, reason);
        };
    }

    private static void acknowledge(ChannelConversation backend) throws ConversationException {
        if (backend.phase() == Phase.LOGIN) {
            backend.send(LoginPackets.ACKNOWLEDGED, new LoginAcknowledged());
            backend.enter(Phase.CONFIGURATION);
        }
    }

    /** Of a login: the backend need not know that the player was sent here by another server. */
    private Handshake handshake(BackendDoor.Opened backend, ForwardedIdentity identity) {
        ServerDefinition server = backend.server();
        return BackendHandshake.of(
                login.handshake().withNextState(Handshake.NextState.LOGIN),
                server.domainRewrite(),
                backend.connected().address(),
                login.connection().isViaTrustedProxy(),
                Optional.of(identity));
    }

    private ServerDefinition ask(ServerDefinition routed) throws LoginOver {
        return server(question.ask(routed));
    }

    private void passGates(ServerDefinition server) throws LoginOver {
        var _ = server(desk.route().identified(login, server));
    }

    private ServerDefinition server(Step step) throws LoginOver {
        return switch (step) {
            case Step.Go(ServerDefinition server) -> server;
            case Step.Refuse(Component text, String reason) -> throw refuse(text, reason);
            case Step.Drop() -> {
                login.drop();
                throw new LoginOver();
            }
        };
    }

    private ForwardedIdentity identify(ServerDefinition server, GameProfile profile) throws LoginOver {
        ForwardedPlayer player = new ForwardedPlayer(
                profile,
                login.session().remoteAddress().getAddress(),
                login.session().protocol(),
                // Backends check that key and profile belong together.
                login.session().isAuthenticated() ? login.session().chatKey() : Optional.empty());
        return switch (services.forwarding().identify(server, player)) {
            case Identification.Possible(ForwardedIdentity identity) -> identity;
            case Identification.Impossible(Component text, String reason) -> throw refuse(text, reason);
        };
    }

    private ClientLogin clientLogin() {
        return new ClientLogin(
                login.session().name(),
                login.session().remoteAddress().getAddress(),
                login.session().chatKey());
    }

    private ChannelConversation takeOverClient(Dialect dialect)
            throws ConversationException, InterruptedException, LoginOver {
        ConversationTerms terms = ConversationTerms.withClient(
                dialect, services.limits(), services.compression(), desk.route().rejections()::count);
        ChannelConversation client = waitOnLoop(() -> login.isOpen()
                        ? Optional.of(ChannelConversation.begin(login.hold().release(), terms))
                        : Optional.<ChannelConversation>empty())
                .orElseThrow(LoginOver::new);
        login.speaksThrough(client::disconnect);
        // What it says is known already.
        var _ = client.receive(FIRST_PACKET);
        return client;
    }

    private ChannelConversation takeOver(BackendDoor.Opened backend, Dialect dialect)
            throws InterruptedException, LoginOver {
        ConversationTerms terms =
                ConversationTerms.withBackend(dialect, services.limits(), services.compression(), this::rejectBackend);
        Optional<ChannelConversation> conversation = waitOnLoop(() -> {
            HoldHandler hold = backend.connected().channel().pipeline().get(HoldHandler.class);
            if (hold == null) {
                return Optional.empty();
            }
            End end = hold.release();
            return Optional.of(ChannelConversation.begin(end, terms));
        });
        if (conversation.isEmpty()) {
            throw refuse(REFUSED, "the backend closed at once");
        }
        return conversation.get();
    }

    /** In the words of a forwarder, which relays other logins. */
    private void rejectBackend(Rejection reason) {
        desk.route().rejections().count("backend: " + reason.text());
    }

    private LoginOver refuse(Component text, String reason) {
        return LoginOver.refusing(login, text, reason);
    }

    private Channel channel() {
        return login.connection().channel();
    }

    private void onLoop(Runnable task) {
        channel().eventLoop().execute(task);
    }

    private <T> T waitOnLoop(Callable<T> task) throws InterruptedException {
        try {
            return channel().eventLoop().submit(task).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("taking a connection over failed", e.getCause());
        }
    }
}
