// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import dev.infrajar.net.conversation.Conversation;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.conversation.Received;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.login.EncryptionRequest;
import dev.infrajar.net.packet.login.EncryptionResponse;
import dev.infrajar.net.packet.login.EncryptionResponse.Proof;
import dev.infrajar.net.packet.login.EncryptionResponse.Token;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** A client that is asked for encryption, and answers as the test wants. */
final class TestClient implements Conversation {
    static final byte[] SECRET = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");

    private final Function<EncryptionRequest, Object> answers;
    private @Nullable EncryptionRequest request;
    private @Nullable Duration limit;
    private @Nullable Ciphers ciphers;

    TestClient(Function<EncryptionRequest, Object> answers) {
        this.answers = answers;
    }

    /** Answers as vanilla clients do. */
    static TestClient honest() {
        return new TestClient(request -> response(request, SECRET, new Token(encrypted(request, token(request)))));
    }

    /** Answers with another secret or proof. */
    static TestClient sending(byte[] secret, Function<EncryptionRequest, Proof> proof) {
        return new TestClient(request -> response(request, secret, proof.apply(request)));
    }

    static EncryptionResponse response(EncryptionRequest request, byte[] secret, Proof proof) {
        return new EncryptionResponse(encrypted(request, secret), proof);
    }

    static byte[] token(EncryptionRequest request) {
        return request.verifyToken().toArray();
    }

    static Bytes encrypted(EncryptionRequest request, byte[] plain) {
        try {
            PublicKey key = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(request.publicKey().toArray()));
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return Bytes.of(cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    EncryptionRequest request() {
        if (request == null) {
            throw new AssertionError("it was not asked");
        }
        return request;
    }

    @Nullable
    Duration limit() {
        return limit;
    }

    @Nullable
    Ciphers ciphers() {
        return ciphers;
    }

    @Override
    public <P> void send(PacketType<P> type, P packet) {
        if (!type.equals(LoginPackets.ENCRYPTION_REQUEST) || request != null) {
            throw new AssertionError("sent " + type);
        }
        request = (EncryptionRequest) packet;
    }

    @Override
    public Received receive(Duration wait) {
        limit = wait;
        Object answer = answers.apply(request());
        return new Received() {
            @Override
            public Optional<String> name() {
                return Optional.of("encryption_begin").filter(_ -> answer instanceof EncryptionResponse);
            }

            @Override
            public <P> Optional<P> as(PacketType<P> type) throws ConversationException {
                if (answer instanceof ConversationException broken) {
                    throw broken;
                }
                return type.record().isInstance(answer)
                        ? Optional.of(type.record().cast(answer))
                        : Optional.empty();
            }
        };
    }

    @Override
    public void encrypt(Ciphers both) {
        if (ciphers != null) {
            throw new AssertionError("encrypted twice");
        }
        ciphers = both;
    }

    @Override
    public Dialect dialect() {
        throw new AssertionError("not needed");
    }

    @Override
    public void enter(Phase phase) {
        throw new AssertionError("entered " + phase);
    }

    @Override
    public void compress(int threshold) {
        throw new AssertionError("compressed");
    }
}
