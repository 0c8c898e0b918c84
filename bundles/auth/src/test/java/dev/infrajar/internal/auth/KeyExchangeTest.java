// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.identity.Authentication;
import dev.infrajar.net.identity.ClientLogin;
import dev.infrajar.net.identity.GameProfile;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.packet.login.ChatKey;
import dev.infrajar.net.packet.login.EncryptionRequest;
import dev.infrajar.net.packet.login.EncryptionResponse.Proof;
import dev.infrajar.net.packet.login.EncryptionResponse.Signed;
import dev.infrajar.net.packet.login.EncryptionResponse.Token;
import dev.infrajar.net.packet.login.LoginAcknowledged;
import dev.infrajar.net.wire.Bytes;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.TextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyExchangeTest {
    private static final LoginKey KEY = LoginKey.generate();
    private static final GameProfile STEVE = GameProfile.offline("Steve");
    private static final long SALT = 0x1122334455667788L;

    private final Tally tally = new Tally();
    private final FakeCiphers ciphers = new FakeCiphers();
    private final List<SessionQuestion> questions = new ArrayList<>();
    private SessionAnswer answer = new SessionAnswer.Joined(STEVE);

    private Authentication authenticate(TestClient client, Optional<ChatKey> key)
            throws ConversationException, InterruptedException {
        SessionServer sessions = question -> {
            questions.add(question);
            return answer;
        };
        KeyExchange exchange = new KeyExchange(
                () -> KEY,
                secret -> Optional.of(new Ciphers(ciphers.newDecryptor(secret), ciphers.newEncryptor(secret))),
                () -> new KeyExchange.Settings(Samples.CONFIG, sessions),
                tally);
        return exchange.authenticate(client, new ClientLogin("steve", InetAddress.getLoopbackAddress(), key));
    }

    private Authentication authenticate(TestClient client) throws ConversationException, InterruptedException {
        return authenticate(client, Optional.empty());
    }

    private static Component textOf(Authentication result) {
        return result instanceof Authentication.Refused(Component text, String _) ? text : Component.text("let in");
    }

    @Test
    void letsInWhomTheSessionServerKnows() throws Exception {
        assertThat(authenticate(TestClient.honest())).isEqualTo(new Authentication.Authenticated(STEVE));
    }

    @Test
    void asksForEncryptionAsTheProtocolSays() throws Exception {
        TestClient client = TestClient.honest();
        authenticate(client);

        EncryptionRequest request = client.request();
        assertThat(request.serverId()).isEmpty();
        assertThat(request.verifyToken().length()).isEqualTo(4);
        assertThat(request.shouldAuthenticate()).isTrue();
        RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(request.publicKey().toArray()));
        assertThat(key.getModulus().bitLength()).isEqualTo(1024);
    }

    @Test
    void asksEachClientWithAnotherToken() throws Exception {
        TestClient first = TestClient.honest();
        TestClient second = TestClient.honest();
        authenticate(first);
        authenticate(second);
        assertThat(first.request().verifyToken()).isNotEqualTo(second.request().verifyToken());
        assertThat(first.request().publicKey()).isEqualTo(second.request().publicKey());
    }

    @Test
    void encryptsWithTheSecretOfTheClient() throws Exception {
        TestClient client = TestClient.honest();
        authenticate(client);
        assertThat(client.ciphers())
                .isNotNull()
                .returns(false, both -> ((FakeCiphers.FakeCipher) both.decryptor()).isEncryptor())
                .returns(true, both -> ((FakeCiphers.FakeCipher) both.encryptor()).isEncryptor());
        assertThat(ciphers.secrets()).hasSize(2).allMatch(secret -> java.util.Arrays.equals(secret, TestClient.SECRET));
    }

    @Test
    void asksTheSessionServerWithTheHashOfSecretAndKey() throws Exception {
        TestClient client = TestClient.honest();
        authenticate(client);
        assertThat(questions)
                .containsExactly(new SessionQuestion(
                        "steve",
                        ServerHash.of(
                                "",
                                TestClient.SECRET,
                                client.request().publicKey().toArray()),
                        InetAddress.getLoopbackAddress()));
    }

    @Test
    void waitsForTheClientAsLongAsConfigured() throws Exception {
        TestClient client = TestClient.honest();
        authenticate(client);
        assertThat(client.limit()).isEqualTo(Duration.ofSeconds(20));
    }

    static List<Function<EncryptionRequest, Proof>> wrongTokens() {
        return List.of(
                request -> new Token(TestClient.encrypted(request, new byte[] {1, 2, 3})),
                request -> new Token(TestClient.encrypted(request, new byte[0])),
                request -> {
                    byte[] other = TestClient.token(request);
                    other[3] ^= 1;
                    return new Token(TestClient.encrypted(request, other));
                },
                request -> new Token(request.verifyToken()),
                request -> new Token(Bytes.of(new byte[200])),
                request -> new Token(Bytes.EMPTY),
                // Signed, but the client has shown no key.
                request -> new Signed(SALT, Bytes.of(new byte[256])));
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void refusesAnotherToken(Function<EncryptionRequest, Proof> proof) throws Exception {
        TestClient client = TestClient.sending(TestClient.SECRET, proof);
        assertThat(textOf(authenticate(client))).asString().contains("encryption of your connection failed");
        assertThat(questions).isEmpty();
        assertThat(client.ciphers()).as("it must be able to read why").isNotNull();
    }

    static List<byte[]> wrongSecrets() {
        return List.of(new byte[0], new byte[15], new byte[17], new byte[32]);
    }

    @ParameterizedTest
    @MethodSource("wrongSecrets")
    void refusesASecretOfAnotherLength(byte[] secret) throws Exception {
        TestClient client = TestClient.sending(
                secret, request -> new Token(TestClient.encrypted(request, TestClient.token(request))));
        assertThat(textOf(authenticate(client))).asString().contains("encryption of your connection failed");
        assertThat(client.ciphers()).isNull();
        assertThat(questions).isEmpty();
    }

    private static KeyPair playerKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static Optional<ChatKey> shown(KeyPair keys) {
        return Optional.of(
                new ChatKey(Instant.EPOCH, Bytes.of(keys.getPublic().getEncoded()), Bytes.of(new byte[512])));
    }

    private static Proof signed(KeyPair keys, byte[] token) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(ByteBuffer.allocate(12).put(token).putLong(SALT).flip());
            return new Signed(SALT, Bytes.of(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void acceptsATokenSignedWithTheKeyOfThePlayer() throws Exception {
        KeyPair keys = playerKeys();
        TestClient client = TestClient.sending(TestClient.SECRET, request -> signed(keys, TestClient.token(request)));
        assertThat(authenticate(client, shown(keys))).isInstanceOf(Authentication.Authenticated.class);
    }

    @Test
    void refusesATokenSignedWithAnotherKey() throws Exception {
        KeyPair keys = playerKeys();
        TestClient client = TestClient.sending(TestClient.SECRET, request -> signed(keys, TestClient.token(request)));
        assertThat(authenticate(client, shown(playerKeys()))).isInstanceOf(Authentication.Refused.class);
    }

    @Test
    void refusesASignatureOverAnotherToken() throws Exception {
        KeyPair keys = playerKeys();
        TestClient client = TestClient.sending(TestClient.SECRET, _ -> signed(keys, new byte[4]));
        assertThat(authenticate(client, shown(keys))).isInstanceOf(Authentication.Refused.class);
    }

    @Test
    void refusesAKeyThatIsNone() throws Exception {
        KeyPair keys = playerKeys();
        TestClient client = TestClient.sending(TestClient.SECRET, request -> signed(keys, TestClient.token(request)));
        ChatKey broken = new ChatKey(Instant.EPOCH, Bytes.of(new byte[294]), Bytes.EMPTY);
        assertThat(authenticate(client, Optional.of(broken))).isInstanceOf(Authentication.Refused.class);
    }

    @Test
    void acceptsThePlainTokenOfAClientWithAKey() throws Exception {
        assertThat(authenticate(TestClient.honest(), shown(playerKeys())))
                .isInstanceOf(Authentication.Authenticated.class);
    }

    @Test
    void refusesAnotherPacket() throws Exception {
        TestClient client = new TestClient(_ -> new LoginAcknowledged());
        assertThat(textOf(authenticate(client))).asString().contains("did not answer as expected");
        assertThat(client.ciphers()).isNull();
    }

    @Test
    void passesOnThatTheClientIsGone() {
        TestClient client = new TestClient(_ -> new ConversationException("closed"));
        assertThatThrownBy(() -> authenticate(client)).isInstanceOf(ConversationException.class);
    }

    @Test
    void refusesWhileNobodyEncrypts() throws Exception {
        KeyExchange exchange = new KeyExchange(
                () -> KEY, _ -> Optional.empty(), () -> new KeyExchange.Settings(Samples.CONFIG, _ -> answer), tally);
        Authentication result = exchange.authenticate(
                TestClient.honest(), new ClientLogin("steve", InetAddress.getLoopbackAddress(), Optional.empty()));
        assertThat(textOf(result)).asString().contains("being updated");
    }

    private String textFor(SessionAnswer said) throws ConversationException, InterruptedException {
        answer = said;
        return ((TextComponent) textOf(authenticate(TestClient.honest()))).content();
    }

    @Test
    void saysWhatIsWrongWithTheSession() throws Exception {
        assertThat(textFor(new SessionAnswer.NotJoined())).contains("not logged in with a valid session");
        assertThat(textFor(new SessionAnswer.Busy())).contains("Too many players are logging in");
        assertThat(textFor(new SessionAnswer.Unavailable("answers with HTTP status 503")))
                .contains("session servers cannot be reached");
    }

    @Test
    void countsHowLoginsEnd() throws Exception {
        authenticate(TestClient.honest());
        textFor(new SessionAnswer.NotJoined());
        textFor(new SessionAnswer.NotJoined());
        authenticate(new TestClient(_ -> new LoginAcknowledged()));
        assertThat(tally.authenticated()).isEqualTo(1);
        assertThat(tally.refused(Refusal.NOT_JOINED)).isEqualTo(2);
        assertThat(tally.refused(Refusal.UNEXPECTED_PACKET)).isEqualTo(1);
        assertThat(tally.refused(Refusal.BUSY)).isZero();
    }

    @Test
    void tellsTheOperatorWhatTheSessionServerDid() throws Exception {
        answer = new SessionAnswer.Unavailable("answers with HTTP status 503");
        assertThat(authenticate(TestClient.honest()))
                .isInstanceOfSatisfying(Authentication.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("session server: answers with HTTP status 503"));
    }
}
