// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.conversation.ChannelConversation;
import dev.infrajar.internal.session.conversation.CountingCompression;
import dev.infrajar.internal.session.conversation.Loopback;
import dev.infrajar.internal.session.conversation.TestTerms;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.login.LoginAcknowledged;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.login.LoginStart;
import dev.infrajar.net.packet.login.LoginSuccess;
import dev.infrajar.net.packet.login.ProfileProperty;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.wire.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two ends of a login talk to each other: what lets a client in, and what logs in at a backend. */
class LoginOnLoopbackTest {
    private static final Duration LIMIT = Duration.ofSeconds(Loopback.LIMIT_SECONDS);
    private static final UUID PLAYER = new UUID(1, 2);
    private static final List<ProfileProperty> SKIN =
            List.of(new ProfileProperty("textures", "x".repeat(2000), Optional.of("y".repeat(600))));
    private static final PluginMessage MESSAGE = new PluginMessage("a:b", Bytes.of(new byte[300]));

    private final CountingCompression compression = new CountingCompression();

    static List<Loopback.Kind> kinds() {
        return Loopback.Kind.available().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void succeedsInEveryVersionWithEveryThreshold(Loopback.Kind kind) throws Exception {
        try (Loopback loopback = new Loopback(kind)) {
            for (KnownProtocol protocol : TestTerms.DIALECTS.protocols()) {
                for (int threshold : new int[] {-1, 0, 64, 256}) {
                    join(loopback, protocol.number(), threshold);
                }
            }
        }
        assertThat(compression.closed()).isEqualTo(compression.made());
    }

    private void join(Loopback loopback, int protocol, int threshold) throws Exception {
        Loopback.Pair pair = loopback.connect();
        ChannelConversation server =
                loopback.converse(pair.server(), TestTerms.withClient(protocol, compression, rejection -> {}));
        ChannelConversation client =
                loopback.converse(pair.client(), TestTerms.withBackend(protocol, compression, rejection -> {}));
        CompletableFuture<Void> serves = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                serve(server, threshold);
                serves.complete(null);
            } catch (ConversationException | InterruptedException | RuntimeException e) {
                serves.completeExceptionally(e);
            }
        });

        assertThat(new BackendLogin(client, new FakeConversation(protocol), client::greet, request(protocol)).run())
                .as("protocol %d, threshold %d", protocol, threshold)
                .isInstanceOfSatisfying(BackendLogin.Result.Joined.class, joined -> {
                    LoginSuccess success = joined.success();
                    assertThat(success.uuid()).isEqualTo(PLAYER);
                    assertThat(success.properties()).isIn(SKIN, List.of());
                });
        acknowledge(client);
        assertThat(client.receive(LIMIT).as(messageType(client.phase()))).contains(MESSAGE);
        serves.get(Loopback.LIMIT_SECONDS, TimeUnit.SECONDS);
        pair.client().close().sync();
        pair.server().close().sync();
    }

    private static void acknowledge(ChannelConversation client) throws ConversationException {
        if (client.phase() == Phase.LOGIN) {
            client.send(LoginPackets.ACKNOWLEDGED, new LoginAcknowledged());
            client.enter(Phase.CONFIGURATION);
        }
    }

    private static BackendLogin.Request request(int protocol) {
        return new BackendLogin.Request(
                new Handshake(protocol, "localhost", 1, Handshake.NextState.LOGIN),
                "Notch",
                PLAYER,
                (channel, question) -> Optional.empty(),
                LIMIT,
                Duration.ZERO);
    }

    private static void serve(ChannelConversation server, int threshold)
            throws ConversationException, InterruptedException {
        server.receive(LIMIT);
        LoginStart start = server.receive(LIMIT).as(LoginPackets.START).orElseThrow();
        assertThat(start.name()).isEqualTo("Notch");
        assertThat(start.uuid()).isIn(Optional.of(PLAYER), Optional.empty());
        new ClientWelcome(server, threshold).run(PLAYER, "Notch", SKIN, UUID.randomUUID());
        server.send(messageType(server.phase()), MESSAGE);
        server.settle(LIMIT);
    }

    private static PacketType<PluginMessage> messageType(Phase phase) {
        return phase == Phase.PLAY
                ? PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE
                : ConfigurationPackets.CLIENTBOUND_PLUGIN_MESSAGE;
    }
}
