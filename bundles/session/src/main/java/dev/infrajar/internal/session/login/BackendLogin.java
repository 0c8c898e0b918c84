// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.net.conversation.Conversation;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.conversation.Received;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.login.EncryptionRequest;
import dev.infrajar.net.packet.login.LoginAcknowledged;
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
 * Logs a player in at a backend that is in offline mode, in the player's place. Straight-line code for a virtual thread.
 */
public final class BackendLogin {
    /** The time for all of it. The vanilla server gives as much: 600 ticks. */
    public static final Duration LIMIT = Duration.ofSeconds(30);

    static final String ONLINE_MODE = "the backend is in online mode";
    static final String UNEXPECTED = "the backend sent a packet that does not belong into a login";

    private final Conversation backend;
    private final Greeting greeting;
    private final Request request;

    /**
     * A login that has not begun.
     *
     * @param backend nothing has been sent to it yet; the caller keeps it, and goes on with it or closes it
     * @param greeting sends the handshake on the same connection
     * @param request what is said there
     */
    public BackendLogin(Conversation backend, Greeting greeting, Request request) {
        this.backend = backend;
        this.greeting = greeting;
        this.request = request;
    }

    /**
     * What is said to the backend.
     *
     * @param handshake with the host as the server file and identity forwarding have it
     * @param name the player's
     * @param uuid the player's; for backends since 1.19.1
     * @param answers gives answers to what the backend asks
     * @param silence the longest wait for a single packet; zero: as long as {@link #LIMIT} allows
     * @param isAcknowledged whether a backend since 1.20.2 is told at once that the login has been read, so that it goes on to
     *     the configuration; else it waits in the login phase for the client's own acknowledgement
     */
    public record Request(
            Handshake handshake,
            String name,
            UUID uuid,
            PluginAnswers answers,
            Duration silence,
            boolean isAcknowledged) {}

    /** Sends the handshake. */
    @FunctionalInterface
    public interface Greeting {
        /** Returns when it is on its way. */
        void greet(Handshake handshake) throws ConversationException;
    }

    /** Answers login plugin requests. */
    @FunctionalInterface
    public interface PluginAnswers {
        /** Empty: not understood. */
        Optional<Bytes> answer(String channel, Bytes question);
    }

    /** How the login ended. */
    public sealed interface Result {
        /**
         * The player is in. The conversation is in the phase that follows, or still in the login phase where the client is to
         * acknowledge; encryption is off, compression as the backend wants it.
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
    }

    /** Blocks for at most {@link #LIMIT}. */
    public Result run() throws InterruptedException {
        try {
            return talk(Deadline.after(LIMIT));
        } catch (ConversationException e) {
            return new Result.Failed("login at the backend: " + e.reason());
        }
    }

    private Result talk(Deadline deadline) throws ConversationException, InterruptedException {
        greeting.greet(request.handshake());
        backend.send(LoginPackets.START, new LoginStart(request.name(), Optional.of(request.uuid()), Optional.empty()));
        Received packet = backend.receive(patience(deadline));
        while (answer(packet)) {
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
    private boolean answer(Received packet) throws ConversationException {
        Optional<SetCompression> compression = packet.as(LoginPackets.SET_COMPRESSION);
        compression.ifPresent(set -> backend.compress(set.threshold()));
        return compression.isPresent() || answerPlugin(packet) || answerCookie(packet);
    }

    private boolean answerPlugin(Received packet) throws ConversationException {
        Optional<LoginPluginRequest> plugin = packet.as(LoginPackets.PLUGIN_REQUEST);
        if (plugin.isEmpty()) {
            return false;
        }
        LoginPluginRequest asked = plugin.get();
        Optional<Bytes> answer = request.answers().answer(asked.channel(), asked.data());
        backend.send(LoginPackets.PLUGIN_RESPONSE, new LoginPluginResponse(asked.messageId(), answer));
        return true;
    }

    /** The client's cookies are for the server that the client knows, and it is not asked here. */
    private boolean answerCookie(Received packet) throws ConversationException {
        Optional<CookieRequest> cookie = packet.as(LoginPackets.COOKIE_REQUEST);
        if (cookie.isEmpty()) {
            return false;
        }
        backend.send(
                LoginPackets.COOKIE_RESPONSE, new CookieResponse(cookie.get().key(), Optional.empty()));
        return true;
    }

    private Result result(Received packet) throws ConversationException {
        Optional<LoginSuccess> success = packet.as(LoginPackets.SUCCESS);
        if (success.isPresent()) {
            goOn();
            return new Result.Joined(success.get());
        }
        Optional<Disconnect> refused = packet.as(LoginPackets.DISCONNECT);
        if (refused.isPresent()) {
            return new Result.Refused(refused.get().text());
        }
        Optional<EncryptionRequest> encryption = packet.as(LoginPackets.ENCRYPTION_REQUEST);
        return new Result.Failed(encryption.isPresent() ? ONLINE_MODE : UNEXPECTED);
    }

    private void goOn() throws ConversationException {
        if (backend.dialect().format(LoginPackets.ACKNOWLEDGED).isEmpty()) {
            backend.enter(Phase.PLAY);
        } else if (request.isAcknowledged()) {
            backend.send(LoginPackets.ACKNOWLEDGED, new LoginAcknowledged());
            backend.enter(Phase.CONFIGURATION);
        }
    }
}
