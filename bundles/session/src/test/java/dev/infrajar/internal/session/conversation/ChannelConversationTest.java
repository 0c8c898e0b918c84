// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.encryption.jdk.JdkEncryptionFactory;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.net.conversation.ConversationException;
import dev.infrajar.net.conversation.Received;
import dev.infrajar.net.encryption.EncryptionFactory;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.login.LoginAcknowledged;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.login.LoginPluginRequest;
import dev.infrajar.net.packet.login.LoginPluginResponse;
import dev.infrajar.net.packet.login.LoginStart;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.CookieResponse;
import dev.infrajar.net.packet.shared.Disconnect;
import dev.infrajar.net.packet.shared.KeepAlive;
import dev.infrajar.net.wire.Bytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("kinds")
class ChannelConversationTest {
    private static final int PROTOCOL = 776;
    private static final Duration LONG = Duration.ofSeconds(Loopback.LIMIT_SECONDS);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final EncryptionFactory ENCRYPTION = new JdkEncryptionFactory();

    private static final LoginStart START = new LoginStart("Notch", Optional.of(new UUID(1, 2)), Optional.empty());
    private static final CookieResponse COOKIE = new CookieResponse("a:b", Optional.of(Bytes.of(new byte[50])));
    private static final LoginPluginResponse LARGE = new LoginPluginResponse(7, Optional.of(Bytes.of(new byte[1000])));

    private final Loopback.Kind kind;
    private final CountingCompression compression = new CountingCompression();
    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();
    private Loopback loopback;
    private Socket peer;
    private Channel channel;
    private ChannelConversation conversation;

    ChannelConversationTest(Loopback.Kind kind) {
        this.kind = kind;
    }

    static List<Loopback.Kind> kinds() {
        return Loopback.Kind.available().toList();
    }

    @BeforeEach
    void connect() throws IOException, InterruptedException {
        loopback = new Loopback(kind);
        begin();
    }

    private void begin() throws IOException, InterruptedException {
        peer = loopback.connectSocket();
        channel = loopback.accept();
        conversation = loopback.converse(channel, TestTerms.withClient(PROTOCOL, compression, rejections::add));
    }

    @AfterEach
    void everyStateIsFreedOnce() throws IOException, InterruptedException {
        peer.close();
        channel.close().sync();
        loopback.close();
        assertThat(compression.closed()).isEqualTo(compression.made());
    }

    private static <P> byte[] packet(PacketType<P> type, P packet) {
        ByteBuf out = Unpooled.buffer();
        TestTerms.dialect(PROTOCOL).format(type).orElseThrow().write(out, packet);
        return ByteBufUtil.getBytes(out);
    }

    private <P> P receive(PacketType<P> type) throws ConversationException, InterruptedException {
        return conversation.receive(LONG).as(type).orElseThrow();
    }

    private void peerSends(byte[] bytes) throws IOException {
        peer.getOutputStream().write(bytes);
    }

    /** All that a client sends in a login with encryption and compression, and random bytes behind it. */
    private static byte[] wholeLogin(byte[] rest) {
        byte[] encrypted = TestFrames.concat(
                TestFrames.plain(packet(LoginPackets.COOKIE_RESPONSE, COOKIE)),
                TestFrames.compressed(packet(LoginPackets.PLUGIN_RESPONSE, LARGE)),
                TestFrames.belowThreshold(packet(LoginPackets.ACKNOWLEDGED, new LoginAcknowledged())),
                rest);
        ENCRYPTION.newEncryptor(SECRET).apply(Unpooled.wrappedBuffer(encrypted));
        return TestFrames.concat(TestFrames.plain(packet(LoginPackets.START, START)), encrypted);
    }

    private static Ciphers ciphers() {
        return new Ciphers(ENCRYPTION.newDecryptor(SECRET), ENCRYPTION.newEncryptor(SECRET));
    }

    private void logIn() throws ConversationException, InterruptedException {
        assertThat(receive(LoginPackets.START)).isEqualTo(START);
        conversation.encrypt(ciphers());
        assertThat(receive(LoginPackets.COOKIE_RESPONSE)).isEqualTo(COOKIE);
        conversation.compress(64);
        assertThat(receive(LoginPackets.PLUGIN_RESPONSE)).isEqualTo(LARGE);
        assertThat(receive(LoginPackets.ACKNOWLEDGED)).isEqualTo(new LoginAcknowledged());
    }

    /** In pieces of random length with random pauses, and an EOF. */
    private Thread sendInPieces(byte[] bytes, Random random) {
        return Thread.ofVirtual().start(() -> {
            try {
                OutputStream out = peer.getOutputStream();
                int mostBytes = 1 + random.nextInt(random.nextBoolean() ? 10 : bytes.length);
                for (int sent = 0, length; sent < bytes.length; sent += length) {
                    length = Math.min(1 + random.nextInt(mostBytes), bytes.length - sent);
                    out.write(bytes, sent, length);
                    LockSupport.parkNanos(random.nextInt(50_000));
                }
                peer.shutdownOutput();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void losesNoByteHoweverTheyCome() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            byte[] rest = new byte[random.nextInt(3000)];
            random.nextBytes(rest);
            Thread sender = sendInPieces(wholeLogin(rest), random);
            logIn();
            conversation.settle(LONG);
            RestHandler taken = loopback.onLoop(
                    () -> RestHandler.takeOver(conversation.release().orElseThrow()));

            assertThat(taken.rest().get(Loopback.LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("seed %d", seed)
                    .isEqualTo(rest);
            sender.join();
            peer.close();
            channel.close().sync();
            begin();
        }
        assertThat(rejections).isEmpty();
    }

    @Test
    void takesWhatCameBeforeItBegan() throws Exception {
        Socket other = loopback.connectSocket();
        Channel held = loopback.accept();
        other.getOutputStream().write(wholeLogin(new byte[0]));
        // The hold reads nothing by itself.
        loopback.onLoop(held::read);
        conversation.close();
        conversation = loopback.converse(held, TestTerms.withClient(PROTOCOL, compression, rejections::add));
        logIn();
        other.close();
        held.close().sync();
    }

    @Test
    void tellsPacketsApart() throws Exception {
        peerSends(TestFrames.plain(packet(LoginPackets.START, START)));
        peerSends(TestFrames.plain((byte) 99));
        Received start = conversation.receive(LONG);
        Received unknown = conversation.receive(LONG);

        assertThat(start.name()).contains("login_start");
        assertThat(start.as(LoginPackets.ACKNOWLEDGED)).isEmpty();
        assertThat(start.as(LoginPackets.DISCONNECT))
                .as("clientbound with the same id")
                .isEmpty();
        assertThat(start.as(PlayPackets.SERVERBOUND_KEEP_ALIVE)).isEmpty();
        assertThat(start.as(LoginPackets.START)).contains(START);
        assertThat(start.as(LoginPackets.START)).as("a second time").contains(START);
        assertThat(unknown.name()).isEmpty();
    }

    @Test
    void countsPacketsThatCannotBeRead() throws Exception {
        peerSends(TestFrames.plain((byte) 0, (byte) 20));
        peerSends(TestFrames.plain((byte) 0x80));
        Received cut = conversation.receive(LONG);

        assertThatThrownBy(() -> cut.as(LoginPackets.START)).isInstanceOf(ConversationException.class);
        assertThatThrownBy(() -> conversation.receive(LONG)).isInstanceOf(ConversationException.class);
        assertThat(rejections).containsExactly(Rejection.MALFORMED_PACKET, Rejection.MALFORMED_PACKET);
    }

    @Test
    void endsWithSilentPeerButStillSaysWhy() throws Exception {
        assertThatThrownBy(() -> conversation.receive(SHORT))
                .isInstanceOf(ConversationException.class)
                .hasMessage(Reasons.SILENT);
        assertThatThrownBy(() -> conversation.receive(LONG)).hasMessage(Reasons.SILENT);
        conversation.disconnect(Component.text("too slow"));

        assertThat(new String(peer.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("too slow");
        assertThat(rejections).containsExactly(Rejection.SILENT_LOGIN);
    }

    @Test
    void disconnectsInTheFormatOfTheMoment() throws Exception {
        conversation.encrypt(ciphers());
        conversation.compress(0);
        conversation.enter(Phase.CONFIGURATION);
        conversation.disconnect(Component.text("bye"));
        byte[] all = peer.getInputStream().readAllBytes();
        ByteBuf plain = Unpooled.wrappedBuffer(all);
        ENCRYPTION.newDecryptor(SECRET).apply(plain);
        FrameReader reader = new FrameReader(TestTerms.withBackend(PROTOCOL, compression, rejections::add), plain, 0);
        reader.inflate(true);

        byte[] expected = packet(ConfigurationPackets.DISCONNECT, new Disconnect(Component.text("bye")));
        assertThat(reader.next(0))
                .isInstanceOfSatisfying(Cut.Packet.class, cut -> assertThat(ByteBufUtil.getBytes(cut.idAndFields()))
                        .isEqualTo(expected));
        reader.close();
    }

    @Test
    void endsWithPeerThatCloses() throws Exception {
        peer.close();

        assertThatThrownBy(() -> conversation.receive(LONG)).hasMessage(Reasons.CLOSED);
    }

    @Test
    void endsWithPeerThatResets() throws Exception {
        peer.setSoLinger(true, 0);
        peer.close();

        assertThatThrownBy(() -> conversation.receive(LONG))
                .isInstanceOf(ConversationException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).isIn(Reasons.CLOSED, Reasons.BROKEN));
        channel.closeFuture().sync();
        assertThatThrownBy(() ->
                        conversation.send(LoginPackets.PLUGIN_REQUEST, new LoginPluginRequest(1, "a:b", Bytes.EMPTY)))
                .hasMessage(Reasons.CLOSED);
        assertThat(loopback.onLoop(conversation::release)).isEmpty();
    }

    @Test
    void isOverForThreadThatIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> conversation.receive(LONG)).isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> conversation.receive(LONG)).hasMessage(Reasons.INTERRUPTED);
    }

    @Test
    void wakesWhoWaitsWhenSomebodyElseEndsIt() throws Exception {
        Thread operator = Thread.ofVirtual().start(() -> conversation.disconnect(Component.text("kicked")));

        assertThatThrownBy(() -> conversation.receive(LONG)).hasMessage(Reasons.CLOSED);
        operator.join();
        assertThat(new String(peer.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("kicked");
    }

    @Test
    void settlesWhenThePeerHasRoom() throws Exception {
        conversation.send(LoginPackets.PLUGIN_REQUEST, new LoginPluginRequest(1, "a:b", Bytes.EMPTY));
        conversation.settle(LONG);

        assertThat(loopback.onLoop(() -> channel.unsafe().outboundBuffer().isEmpty()))
                .isTrue();
    }

    @Test
    void doesNotSettleWithPeerThatDoesNotRead() throws Exception {
        LoginPluginRequest question = new LoginPluginRequest(1, "a:b", Bytes.of(new byte[1_000_000]));
        for (int i = 0; i < 30; i++) {
            conversation.send(LoginPackets.PLUGIN_REQUEST, question);
        }

        assertThatThrownBy(() -> conversation.settle(Duration.ofMillis(50))).hasMessage(Reasons.UNREAD);
        assertThat(rejections).containsExactly(Rejection.SILENT_LOGIN);
    }

    @Test
    void refusesToSendWhatHasNoPlaceThere() {
        assertThatIllegalArgumentException()
                .as("another phase")
                .isThrownBy(() -> conversation.send(PlayPackets.CLIENTBOUND_KEEP_ALIVE, new KeepAlive(1)));
        assertThatIllegalArgumentException()
                .as("the other direction")
                .isThrownBy(() -> conversation.send(LoginPackets.START, START));
        assertThatIllegalArgumentException()
                .as("fits into no frame")
                .isThrownBy(() -> conversation.send(
                        LoginPackets.PLUGIN_REQUEST,
                        new LoginPluginRequest(1, "a:b", Bytes.of(new byte[FrameWriter.MAX_PACKET_BYTES]))));
    }

    @Test
    void encryptsOnlyOnce() {
        conversation.encrypt(ciphers());

        assertThatIllegalStateException().isThrownBy(() -> conversation.encrypt(ciphers()));
    }
}
