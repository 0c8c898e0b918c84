// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.conversation.Conversation;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.conversation.Received;
import dev.infrajar.net.identity.Authentication;
import dev.infrajar.net.identity.ClientAuthenticator;
import dev.infrajar.net.identity.ClientLogin;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.packet.login.EncryptionRequest;
import dev.infrajar.net.packet.login.EncryptionResponse;
import dev.infrajar.net.packet.login.LoginPackets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/** The login of {@code client_only}: encryption request and response, ciphers, session server. */
final class KeyExchange implements ClientAuthenticator {
    /** The key of the stream in bytes: AES with 128 bits. */
    private static final int SECRET_BYTES = 16;

    /** Empty since 1.7. */
    private static final String SERVER_ID = "";

    private final SecureRandom random = new SecureRandom();
    private final KeySource keys;
    private final CipherSource ciphers;
    private final Supplier<Settings> settings;
    private final Tally tally;

    /**
     * What may change while the proxy runs; read once for each login.
     *
     * @param config the section
     * @param sessions asked by these settings
     */
    record Settings(AuthConfig config, SessionServer sessions) {}

    /** Gives the key pair of the process. */
    @FunctionalInterface
    interface KeySource {
        /** Waits for the pair, if it is not made yet. */
        LoginKey get() throws InterruptedException;
    }

    /** Gives ciphers. */
    @FunctionalInterface
    interface CipherSource {
        /** The ciphers for a client's secret; empty while no bundle offers any. */
        Optional<Ciphers> of(byte[] secret);
    }

    KeyExchange(KeySource keys, CipherSource ciphers, Supplier<Settings> settings, Tally tally) {
        this.keys = keys;
        this.ciphers = ciphers;
        this.settings = settings;
        this.tally = tally;
    }

    @Override
    public Authentication authenticate(Conversation client, ClientLogin login)
            throws ConversationException, InterruptedException {
        Settings now = settings.get();
        LoginKey key = keys.get();
        VerifyToken token = VerifyToken.next(random);
        client.send(
                LoginPackets.ENCRYPTION_REQUEST,
                new EncryptionRequest(SERVER_ID, key.publicKey(), token.bytes(), true));
        Received packet = client.receive(now.config().clientDeadline());
        Optional<EncryptionResponse> response = packet.as(LoginPackets.ENCRYPTION_RESPONSE);
        if (response.isEmpty()) {
            return refuse(
                    Refusal.UNEXPECTED_PACKET,
                    packet.name().orElse("an unknown packet") + " instead of an encryption response");
        }
        Optional<byte[]> secret = key.decrypt(response.get().sharedSecret()).filter(KeyExchange::isSecret);
        if (secret.isEmpty()) {
            return refuse(Refusal.BROKEN_ENCRYPTION, "the shared secret cannot be decrypted");
        }
        Optional<Ciphers> both = ciphers.of(secret.get());
        if (both.isEmpty()) {
            return refuse(Refusal.NO_ENCRYPTION, "no bundle encrypts");
        }
        // Before the token is looked at: the client reads nothing but encrypted packets from here on.
        client.encrypt(both.get());
        return token.isProvedBy(response.get().proof(), key, login.key())
                ? ask(
                        now.sessions(),
                        login,
                        ServerHash.of(SERVER_ID, secret.get(), key.publicKey().toArray()))
                : refuse(Refusal.BROKEN_ENCRYPTION, "the verify token is not the one that was sent");
    }

    private static boolean isSecret(byte[] bytes) {
        return bytes.length == SECRET_BYTES;
    }

    private Authentication refuse(Refusal refusal, String reason) {
        tally.count(refusal);
        return refusal.because(reason);
    }

    private Authentication ask(SessionServer sessions, ClientLogin login, String hash) throws InterruptedException {
        return switch (sessions.ask(new SessionQuestion(login.name(), hash, login.address()))) {
            case SessionAnswer.Joined(var profile) -> {
                tally.countAuthenticated();
                yield new Authentication.Authenticated(profile);
            }
            case SessionAnswer.NotJoined() -> refuse(Refusal.NOT_JOINED, "the session server knows of no such login");
            case SessionAnswer.Busy() -> refuse(Refusal.BUSY, "max_concurrent logins are asking the session server");
            case SessionAnswer.Unavailable(String reason) -> refuse(Refusal.UNAVAILABLE, "session server: " + reason);
        };
    }
}
