// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.net.conversation.Conversation;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.conversation.Received;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.login.EncryptionRequest;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.login.LoginPluginRequest;
import dev.infrajar.net.packet.login.LoginPluginResponse;
import dev.infrajar.net.packet.login.LoginStart;
import dev.infrajar.net.packet.login.LoginSuccess;
import dev.infrajar.net.packet.login.SetCompression;
import dev.infrajar.net.packet.shared.CookieRequest;
import dev.infrajar.net.packet.shared.CookieResponse;
import dev.infrajar.net.packet.shared.Disconnect;
import dev.infrajar.net.wire.Bytes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import net.kyori.adventure.text.Component;

/**
 * Logs a player in at a backend that is in offline mode, in the player's place. What the backend asks and the proxy cannot answer
 * is asked of the client: mod loaders agree on mods that way, and cookies are the client's. Straight-line code for a virtual thread.
 */
public final class BackendLogin {
    static final String ONLINE_MODE = "the backend is in online mode";
    static final String NOT_ANSWERED = "the client did something else than answer";
    static final String UNEXPECTED = "the backend sent a packet that does not belong into a login";

    private final Conversation backend;
    private final Conversation client;
    private final Greeting greeting;
    private final Request request;

    /**
     * A login that has not begun.
     *
     * @param backend nothing has been sent to it yet; the caller keeps it, and goes on with it or closes it
     * @param client in the login phase, and nothing has been said to it that it has yet to answer
     * @param greeting sends the handshake on the same connection
     * @param request what is said there
     */
    public BackendLogin(Conversation backend, Conversation client, Greeting greeting, Request request) {
        this.backend = backend;
        this.client = client;
        this.greeting = greeting;
        this.request = request;
    }

    /**
     * What is said to the backend.
     *
     * @param handshake with the host as the server file and identity forwarding have it
     * @param name the player's
     * @param uuid the player's; for backends since 1.19.1
     * @param answers gives the proxy's answers to what the backend asks
     * @param limit the time for all of it
     * @param silence the longest wait for a single packet; zero: as long as the limit allows
     */
    public record Request(
            Handshake handshake, String name, UUID uuid, PluginAnswers answers, Duration limit, Duration silence) {}

    /** Sends the handshake. */
    @FunctionalInterface
    public interface Greeting {
        /** Returns when it is on its way. */
        void greet(Handshake handshake) throws ConversationException;
    }

    /** Answers login plugin requests. */
    @FunctionalInterface
    public interface PluginAnswers {
        /** Empty: the client is to answer. */
        Optional<Bytes> answer(String channel, Bytes question);
    }

    /** How the login ended. */
    public sealed interface Result {
        /**
         * The player is in. The conversation is in play, or since 1.20.2 still in the login phase until somebody
         * acknowledges; encryption is off, compression as the backend wants it.
         *
         * @param success what the backend says of the player
         */
        record Joined(LoginSuccess success) implements Result {}

        /**
         * The backend does not want the player.
         *
         * @param text what the player is to read
         */
        record Refused(Component text) implements Result {}

        /**
         * Something went wrong, and it is the backend's fault.
         *
         * @param reason one line for logs, without anything the backend sent
         */
        record Failed(String reason) implements Result {}

        /**
         * The client did not answer what the backend asked.
         *
         * @param reason one line for logs, without anything the client sent
         */
        record ClientFailed(String reason) implements Result {}
    }

    /** The client is to blame. */
    private static final class ClientFailedException extends Exception {
        private static final long serialVersionUID = 1L;

        ClientFailedException(String reason) {
            super(reason, null, false, false);
        }
    }

    /** Blocks for at most the limit of the request. */
    public Result run() throws InterruptedException {
        try {
            return talk(Deadline.after(request.limit()));
        } catch (ConversationException e) {
            return new Result.Failed("login at the backend: " + e.reason());
        } catch (ClientFailedException e) {
            return new Result.ClientFailed("asked by the backend: " + e.getMessage());
        }
    }

    private Result talk(Deadline deadline) throws ConversationException, InterruptedException, ClientFailedException {
        greeting.greet(request.handshake());
        backend.send(LoginPackets.START, new LoginStart(request.name(), Optional.of(request.uuid()), Optional.empty()));
        Received packet = backend.receive(patience(deadline));
        while (answer(packet, deadline)) {
            packet = backend.receive(patience(deadline));
        }
        return result(packet);
    }

    private Duration patience(Deadline deadline) {
        Duration left = deadline.left();
        Duration silence = request.silence();
        return silence.isPositive() && silence.compareTo(left) < 0 ? silence : left;
    }

    /** Whether it was something on the way to the result. */
    private boolean answer(Received packet, Deadline deadline)
            throws ConversationException, InterruptedException, ClientFailedException {
        Optional<SetCompression> compression = packet.as(LoginPackets.SET_COMPRESSION);
        compression.ifPresent(set -> backend.compress(set.threshold()));
        return compression.isPresent() || answerPlugin(packet, deadline) || answerCookie(packet, deadline);
    }

    private boolean answerPlugin(Received packet, Deadline deadline)
            throws ConversationException, InterruptedException, ClientFailedException {
        Optional<LoginPluginRequest> plugin = packet.as(LoginPackets.PLUGIN_REQUEST);
        if (plugin.isEmpty()) {
            return false;
        }
        LoginPluginRequest asked = plugin.get();
        Optional<Bytes> own = request.answers().answer(asked.channel(), asked.data());
        LoginPluginResponse answer = own.isPresent()
                ? new LoginPluginResponse(asked.messageId(), own)
                : askClient(LoginPackets.PLUGIN_REQUEST, asked, LoginPackets.PLUGIN_RESPONSE, deadline);
        backend.send(LoginPackets.PLUGIN_RESPONSE, answer);
        return true;
    }

    private boolean answerCookie(Received packet, Deadline deadline)
            throws ConversationException, InterruptedException, ClientFailedException {
        Optional<CookieRequest> cookie = packet.as(LoginPackets.COOKIE_REQUEST);
        if (cookie.isEmpty()) {
            return false;
        }
        CookieResponse answer =
                askClient(LoginPackets.COOKIE_REQUEST, cookie.get(), LoginPackets.COOKIE_RESPONSE, deadline);
        backend.send(LoginPackets.COOKIE_RESPONSE, answer);
        return true;
    }

    /** A client answers every question, also the one that it does not understand. */
    private <Q, A> A askClient(PacketType<Q> asking, Q question, PacketType<A> answering, Deadline deadline)
            throws InterruptedException, ClientFailedException {
        try {
            client.send(asking, question);
            return client.receive(deadline.left())
                    .as(answering)
                    .orElseThrow(() -> new ClientFailedException(NOT_ANSWERED));
        } catch (ConversationException e) {
            throw new ClientFailedException(e.reason());
        }
    }

    private Result result(Received packet) throws ConversationException {
        Optional<LoginSuccess> success = packet.as(LoginPackets.SUCCESS);
        if (success.isPresent()) {
            if (backend.dialect().format(LoginPackets.ACKNOWLEDGED).isEmpty()) {
                backend.enter(Phase.PLAY);
            }
            return new Result.Joined(success.get());
        }
        Optional<Disconnect> refused = packet.as(LoginPackets.DISCONNECT);
        if (refused.isPresent()) {
            return new Result.Refused(refused.get().text());
        }
        Optional<EncryptionRequest> encryption = packet.as(LoginPackets.ENCRYPTION_REQUEST);
        return new Result.Failed(encryption.isPresent() ? ONLINE_MODE : UNEXPECTED);
    }
}
