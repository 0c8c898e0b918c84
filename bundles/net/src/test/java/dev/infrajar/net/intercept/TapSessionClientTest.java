// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.infrajar.api.player.CookieReply;
import dev.infrajar.api.player.Delivery;
import dev.infrajar.api.player.Player;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.Subtitle;
import dev.infrajar.net.packet.play.SystemMessage;
import dev.infrajar.net.packet.play.TitleText;
import dev.infrajar.net.packet.play.TitleTimes;
import dev.infrajar.net.packet.shared.CookieResponse;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.packet.shared.StoreCookie;
import dev.infrajar.net.packet.shared.Transfer;
import dev.infrajar.net.wire.Bytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.TextComponent;
import net.kyori.adventure.title.Title;
import org.junit.jupiter.api.Test;

class TapSessionClientTest {
    private static final Component HI = Component.text("hi");

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<String> sent = new ArrayList<>();
    private final List<String> disconnected = new ArrayList<>();
    private final Steve steve = new Steve();
    private Phase phase = Phase.PLAY;
    private Runnable whenMessageIsSent = () -> {};

    private TapSessionClient client(Dialect dialect) {
        return new TapSessionClient(new Session(dialect), () -> phase);
    }

    @Test
    void sendsMessages() {
        NotingDialect dialect = new NotingDialect(PlayPackets.SYSTEM_MESSAGE);

        assertThat(client(dialect).sendMessage(HI)).isEqualTo(Delivery.SENT);
        channel.runPendingTasks();

        assertThat(dialect.written).containsExactly(new SystemMessage(HI, false));
        assertThat(sent).containsExactly("clientbound 00");
    }

    @Test
    void showsNoActionBarWhereTheVersionHasOnlyMessages() {
        NotingDialect dialect = new NotingDialect(PlayPackets.SYSTEM_MESSAGE);

        assertThat(client(dialect).sendActionBar(HI)).isEqualTo(Delivery.UNSUPPORTED);

        assertThat(dialect.written).isEmpty();
    }

    @Test
    void showsTitlesInThreePackets() {
        NotingDialect dialect = new NotingDialect(PlayPackets.TITLE, PlayPackets.SUBTITLE, PlayPackets.TITLE_TIMES);
        Title.Times times = Title.Times.times(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ZERO);

        assertThat(client(dialect).showTitle(Title.title(HI, Component.text("you"), times)))
                .isEqualTo(Delivery.SENT);
        channel.runPendingTasks();

        assertThat(dialect.written)
                .containsExactly(new TitleTimes(1, 20, 0), new Subtitle(Component.text("you")), new TitleText(HI));
    }

    @Test
    void saysWhatAVersionOrPhaseDoesNotHave() {
        assertThat(client(new NotingDialect()).clearTitle()).isEqualTo(Delivery.UNSUPPORTED);
        phase = Phase.CONFIGURATION;
        assertThat(client(new NotingDialect(PlayPackets.SYSTEM_MESSAGE)).sendMessage(HI))
                .isEqualTo(Delivery.UNSUPPORTED);
    }

    @Test
    void saysThatTheSessionIsOver() {
        steve.isConnected = false;
        TapSessionClient client = client(new NotingDialect(PlayPackets.SYSTEM_MESSAGE));

        assertThat(client.sendMessage(HI)).isEqualTo(Delivery.DISCONNECTED);
        assertThat(client.clearTitle()).isEqualTo(Delivery.DISCONNECTED);
        assertThat(client.disconnect(HI)).isEqualTo(Delivery.DISCONNECTED);
        assertThat(client.isActive()).isFalse();
        channel.runPendingTasks();
        assertThat(sent).isEmpty();
    }

    @Test
    void keepsBackWhatWasWrittenForAnotherPhase() {
        client(new NotingDialect(PlayPackets.SYSTEM_MESSAGE)).sendMessage(HI);
        phase = Phase.CONFIGURATION;
        channel.runPendingTasks();

        assertThat(sent).isEmpty();
    }

    @Test
    void sendsAnyPacketByItsName() {
        TapSessionClient client = client(new NotingDialect());

        assertThat(client.sendPacket("second", ByteBuffer.wrap(new byte[] {7, 8})))
                .isEqualTo(Delivery.SENT);
        assertThat(client.sendPacket("third", ByteBuffer.allocate(0))).isEqualTo(Delivery.UNSUPPORTED);
        channel.runPendingTasks();

        assertThat(sent).containsExactly("clientbound 010708");
    }

    @Test
    void sendsInTheConfigurationPhaseWhatIsThere() {
        NotingDialect dialect = new NotingDialect(
                ConfigurationPackets.CLIENTBOUND_PLUGIN_MESSAGE,
                ConfigurationPackets.TRANSFER,
                ConfigurationPackets.STORE_COOKIE);
        TapSessionClient client = client(dialect);
        phase = Phase.CONFIGURATION;

        assertThat(client.sendPluginMessage("a:b", ByteBuffer.wrap(new byte[] {1})))
                .isEqualTo(Delivery.SENT);
        assertThat(client.transfer("example.com", 25565)).isEqualTo(Delivery.SENT);
        assertThat(client.storeCookie("a:c", ByteBuffer.wrap(new byte[] {2}))).isEqualTo(Delivery.SENT);
        channel.runPendingTasks();

        assertThat(dialect.written)
                .containsExactly(
                        new PluginMessage("a:b", Bytes.of((byte) 1)),
                        new Transfer("example.com", 25565),
                        new StoreCookie("a:c", Bytes.of((byte) 2)));
    }

    @Test
    void tellsTheCallerWhatCannotBeWritten() {
        TapSessionClient client = client(new NotingDialect(PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.sendPluginMessage("too long", ByteBuffer.allocate(0)));
    }

    @Test
    void disconnectsWithAText() {
        assertThat(client(new NotingDialect()).disconnect(HI)).isEqualTo(Delivery.SENT);

        assertThat(disconnected).containsExactly("hi");
    }

    @Test
    void givesACookieToWhoHasAskedForIt() {
        TapSessionClient client = client(new NotingDialect(PlayPackets.COOKIE_REQUEST));
        Optional<Bytes> value = Optional.of(Bytes.of((byte) 5));
        // The client answers while the request is on its way: the loop and the plugin are one thread here.
        whenMessageIsSent = () ->
                assertThat(client.takeCookie(new CookieResponse("a:b", value))).isTrue();

        assertThat(client.requestCookie("a:b")).isEqualTo(new CookieReply.Found(ByteBuffer.wrap(new byte[] {5})));
        assertThat(client.takeCookie(new CookieResponse("a:b", value))).isFalse();
    }

    @Test
    void takesAnAnswerThatNobodyWaitsForAnyMore() {
        TapSessionClient client = client(new NotingDialect(PlayPackets.COOKIE_REQUEST));

        assertThat(giveUpOn(client, "a:b")).isEqualTo(new CookieReply.NoAnswer());
        assertThat(giveUpOn(client, "a:b")).isEqualTo(new CookieReply.NoAnswer());
        channel.runPendingTasks();

        CookieResponse late = new CookieResponse("a:b", Optional.empty());
        assertThat(sent).hasSize(2);
        assertThat(client.takeCookie(new CookieResponse("a:c", Optional.empty())))
                .isFalse();
        assertThat(client.takeCookie(late)).isTrue();
        assertThat(client.takeCookie(late)).isTrue();
        assertThat(client.takeCookie(late)).isFalse();
    }

    @Test
    void leavesAnswersToTheBackendWhereNoRequestWasSent() {
        TapSessionClient client =
                client(new NotingDialect(PlayPackets.COOKIE_REQUEST, ConfigurationPackets.COOKIE_REQUEST));
        var _ = giveUpOn(client, "a:b");
        phase = Phase.CONFIGURATION;
        channel.runPendingTasks();

        assertThat(sent).isEmpty();
        assertThat(client.takeCookie(new CookieResponse("a:b", Optional.empty())))
                .isFalse();
    }

    @Test
    void asksAClientThatNeverAnswersForNothingMore() {
        TapSessionClient client = client(new NotingDialect(PlayPackets.COOKIE_REQUEST));
        for (int i = 0; i <= AskedCookies.MOST_UNANSWERED; i++) {
            assertThat(giveUpOn(client, "a:" + i)).isEqualTo(new CookieReply.NoAnswer());
        }
        channel.runPendingTasks();

        assertThat(sent).hasSize(AskedCookies.MOST_UNANSWERED);
        assertThat(client.takeCookie(new CookieResponse("a:0", Optional.empty())))
                .isTrue();
        var _ = giveUpOn(client, "a:b");
        channel.runPendingTasks();
        assertThat(sent).hasSize(AskedCookies.MOST_UNANSWERED + 1);
    }

    /** As a plugin whose time is over. */
    private static CookieReply giveUpOn(TapSessionClient client, String key) {
        Thread.currentThread().interrupt();
        CookieReply reply = client.requestCookie(key);
        assertThat(Thread.interrupted()).isTrue();
        return reply;
    }

    @Test
    void doesNotAskForCookiesThatAVersionDoesNotKnow() {
        assertThat(client(new NotingDialect()).requestCookie("a:b"))
                .isEqualTo(new CookieReply.NotAsked(Delivery.UNSUPPORTED));
    }

    private final class Session implements TapSession {
        private final Dialect dialect;

        Session(Dialect dialect) {
            this.dialect = dialect;
        }

        @Override
        public Player player() {
            return steve;
        }

        @Override
        public Dialect dialect() {
            return dialect;
        }

        @Override
        public EventLoop loop() {
            whenMessageIsSent.run();
            return channel.eventLoop();
        }

        @Override
        public Phase phase(Direction direction) {
            return phase;
        }

        @Override
        public void send(Direction direction, ByteBuf packet) {
            sent.add(direction + " " + ByteBufUtil.hexDump(packet));
            packet.release();
        }

        @Override
        public void disconnect(Component text, String reason) {
            disconnected.add(((TextComponent) text).content());
        }
    }

    private static final class Steve implements Player {
        private boolean isConnected = true;

        @Override
        public long sessionId() {
            return 1;
        }

        @Override
        public String name() {
            return "Steve";
        }

        @Override
        public Optional<UUID> claimedUuid() {
            return Optional.empty();
        }

        @Override
        public InetSocketAddress remoteAddress() {
            return InetSocketAddress.createUnresolved("example.com", 1);
        }

        @Override
        public int protocol() {
            return 775;
        }

        @Override
        public String virtualHost() {
            return "example.com";
        }

        @Override
        public Optional<String> server() {
            return Optional.empty();
        }

        @Override
        public Instant connectedAt() {
            return Instant.EPOCH;
        }

        @Override
        public boolean isConnected() {
            return isConnected;
        }
    }
}
