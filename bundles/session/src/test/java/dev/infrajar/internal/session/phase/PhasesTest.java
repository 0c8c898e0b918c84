// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LegacyForm;
import dev.infrajar.internal.session.handshake.LoginStartDecoder;
import dev.infrajar.internal.session.handshake.Opening;
import dev.infrajar.internal.session.handshake.OpeningDecoder;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.StatusReply;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhasesTest {
    private static final byte[] STATUS_REQUEST = {1, 0};
    private static final byte[] PING = {9, 1, 1, 2, 3, 4, 5, 6, 7, 8};
    private static final byte[] LOGIN_START = {7, 0, 5, 'N', 'o', 't', 'c', 'h'};

    private final FakeFrontDoor door = new FakeFrontDoor();
    private EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void accept() {
        channel.freezeTime();
        channel.pipeline().addLast(new OpeningHandler(door, OpeningDecoder.MAX_FRAME_BYTES));
    }

    @AfterEach
    void leaveNothingBehind() {
        channel.finishAndReleaseAll();
    }

    private static ByteBuf handshake(Handshake.NextState next) {
        ByteBuf frame = Unpooled.buffer();
        new Handshake(47, "mc.example.com", 25565, next).write(frame);
        return frame;
    }

    private void receive(ByteBuf bytes) {
        channel.writeInbound(bytes);
    }

    private void receive(byte[] bytes) {
        receive(Unpooled.copiedBuffer(bytes));
    }

    private void receiveByteByByte(ByteBuf bytes) {
        while (bytes.isReadable()) {
            receive(bytes.readBytes(1));
        }
        bytes.release();
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
    }

    private @Nullable String sent() {
        ByteBuf out = channel.readOutbound();
        if (out == null) {
            return null;
        }
        String hex = ByteBufUtil.hexDump(out);
        out.release();
        return hex;
    }

    private static String statusFrame(String json) {
        ByteBuf body = Unpooled.buffer();
        VarInts.write(body, 0);
        WireStrings.write(body, json);
        ByteBuf frame = Unpooled.buffer();
        VarInts.write(frame, body.readableBytes());
        return ByteBufUtil.hexDump(frame.writeBytes(body));
    }

    @Test
    void answersStatusAndEchoesPing() {
        receive(handshake(Handshake.NextState.STATUS));
        receive(STATUS_REQUEST);
        door.answerStatus("{}");
        receive(PING);

        assertThat(sent()).isEqualTo(statusFrame("{}"));
        assertThat(sent()).isEqualTo(ByteBufUtil.hexDump(PING));
        assertThat(channel.isOpen()).isFalse();
        assertThat(door.rejected).isEmpty();
    }

    @Test
    void answersStatusThatArrivesByteByByte() {
        receiveByteByByte(handshake(Handshake.NextState.STATUS));
        receiveByteByByte(Unpooled.copiedBuffer(STATUS_REQUEST));
        door.answerStatus("{}");
        receiveByteByByte(Unpooled.copiedBuffer(PING));

        assertThat(sent()).isEqualTo(statusFrame("{}"));
        assertThat(sent()).isEqualTo(ByteBufUtil.hexDump(PING));
    }

    @Test
    void answersRequestAndPingInOneSegment() {
        receive(Unpooled.wrappedBuffer(
                handshake(Handshake.NextState.STATUS),
                Unpooled.copiedBuffer(STATUS_REQUEST),
                Unpooled.copiedBuffer(PING)));
        door.answerStatus("{}");

        assertThat(sent()).isEqualTo(statusFrame("{}"));
        assertThat(sent()).isEqualTo(ByteBufUtil.hexDump(PING));
    }

    @Test
    void answersClientThatHasClosedItsSideAfterTheRequest() {
        receive(handshake(Handshake.NextState.STATUS));
        receive(STATUS_REQUEST);
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        door.answerStatus("{}");

        assertThat(sent()).isEqualTo(statusFrame("{}"));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void echoesPingBehindWhichTheClientClosedItsSideBeforeTheAnswer() {
        receive(Unpooled.wrappedBuffer(
                handshake(Handshake.NextState.STATUS),
                Unpooled.copiedBuffer(STATUS_REQUEST),
                Unpooled.copiedBuffer(PING)));
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        door.answerStatus("{}");

        assertThat(sent()).isEqualTo(statusFrame("{}"));
        assertThat(sent()).isEqualTo(ByteBufUtil.hexDump(PING));
        assertThat(channel.isOpen()).isFalse();
        assertThat(door.rejected).isEmpty();
    }

    @Test
    void answersClientThatHasClosedItsSideWithinItsPing() {
        receive(Unpooled.wrappedBuffer(
                handshake(Handshake.NextState.STATUS),
                Unpooled.copiedBuffer(STATUS_REQUEST),
                Unpooled.copiedBuffer(PING, 0, 4)));
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        door.answerStatus("{}");

        assertThat(sent()).isEqualTo(statusFrame("{}"));
        assertThat(sent()).isEqualTo("");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void answersLegacyPingBehindWhichTheClientClosesItsSide() {
        channel.config().setAutoRead(false);
        receive(new byte[] {(byte) 0xFE, 1});
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        answerLegacy();

        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(legacyText()).startsWith("§1");
    }

    @Test
    void refusesSecondRequest() {
        receive(handshake(Handshake.NextState.STATUS));
        receive(STATUS_REQUEST);
        door.answerStatus("{}");
        receive(STATUS_REQUEST);

        assertThat(door.asked).hasSize(1);
        assertThat(door.rejected).containsExactly(Rejection.MALFORMED_STATUS);
    }

    @Test
    void handsLoginOverWithAllThatHasArrived() {
        receive(handshake(Handshake.NextState.LOGIN));
        receive(Unpooled.wrappedBuffer(LOGIN_START, new byte[] {42, 43}));

        HoldHandler hold = door.held;
        assertThat(hold).isNotNull();
        End end = hold.release();
        assertThat(ByteBufUtil.getBytes(end.received()))
                .isEqualTo(ByteBufUtil.getBytes(Unpooled.wrappedBuffer(LOGIN_START, new byte[] {42, 43})));
        assertThat(end.inputClosed()).isFalse();
        assertThat(channel.pipeline().names()).noneMatch(name -> name.contains("Handler"));
        end.received().release();
    }

    @Test
    void holdsBytesAndEofThatArriveUnasked() {
        receive(handshake(Handshake.NextState.TRANSFER));
        receive(LOGIN_START);
        receive(new byte[] {42});
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);

        HoldHandler hold = door.held;
        assertThat(hold).isNotNull();
        End end = hold.release();
        assertThat(end.received().readableBytes()).isEqualTo(LOGIN_START.length + 1);
        assertThat(end.inputClosed()).isTrue();
        end.received().release();
    }

    @Test
    void closesClientThatSendsTooMuchBeforeItsLogin() {
        receive(handshake(Handshake.NextState.LOGIN));
        receive(LOGIN_START);
        receive(new byte[LoginStartDecoder.MAX_LOGIN_BYTES]);

        assertThat(channel.isOpen()).isFalse();
        assertThat(door.rejected).containsExactly(Rejection.TOO_MANY_BYTES);
    }

    @Test
    void keepsNoMoreThanTheLimitOfWhatIsNoHandshake() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            EmbeddedChannel victim = new EmbeddedChannel(new OpeningHandler(door, OpeningDecoder.MAX_FRAME_BYTES));
            byte[] chunk = new byte[1 + random.nextInt(200)];
            long sentBytes = 0;
            while (victim.isOpen() && sentBytes < 2 * LoginStartDecoder.MAX_LOGIN_BYTES && door.held == null) {
                random.nextBytes(chunk);
                victim.writeInbound(Unpooled.copiedBuffer(chunk));
                sentBytes += chunk.length;
            }
            // Random bytes may open a valid status or login phase; all else is closed within the first kilobyte.
            assertThat(sentBytes).isLessThanOrEqualTo(LoginStartDecoder.MAX_LOGIN_BYTES + chunk.length);
            door.held = null;
            victim.finishAndReleaseAll();
        }
    }

    @Test
    void cutsSlowHandshakeAtItsDeadline() {
        receive(new byte[] {16, 0});
        pass(OpeningHandler.DEADLINE.minusMillis(1));
        assertThat(channel.isOpen()).isTrue();

        receive(new byte[] {47});
        pass(Duration.ofMillis(1));

        assertThat(channel.isOpen()).isFalse();
        assertThat(door.rejected).containsExactly(Rejection.SLOW_HANDSHAKE);
    }

    @Test
    void cutsSlowLoginAndSlowStatusAtTheirDeadlines() {
        receive(handshake(Handshake.NextState.LOGIN));
        receive(new byte[] {7, 0});
        pass(LoginStartHandler.DEADLINE);
        assertThat(channel.isOpen()).isFalse();

        channel = new EmbeddedChannel(new OpeningHandler(door, OpeningDecoder.MAX_FRAME_BYTES));
        channel.freezeTime();
        receive(handshake(Handshake.NextState.STATUS));
        pass(StatusHandler.DEADLINE);

        assertThat(channel.isOpen()).isFalse();
        assertThat(door.rejected).containsExactly(Rejection.SLOW_LOGIN, Rejection.SLOW_STATUS);
    }

    @Test
    void cutsClientThatNeverPingsAfterTheAnswer() {
        receive(handshake(Handshake.NextState.STATUS));
        receive(STATUS_REQUEST);
        pass(StatusHandler.DEADLINE.multipliedBy(2));
        assertThat(channel.isOpen())
                .as("the answer may take longer than the request")
                .isTrue();

        door.answerStatus("{}");
        pass(StatusHandler.DEADLINE);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void takesSingleByteForLegacyPingOnlyWhenNothingFollows() {
        receive(new byte[] {(byte) 0xFE});
        pass(Duration.ofMillis(99));
        assertThat(door.legacyPings).isEmpty();
        pass(Duration.ofMillis(1));

        assertThat(door.legacyPings).containsExactly(new Opening.LegacyPing(LegacyForm.BETA, "", 0));
    }

    @Test
    void waitsForModernFrameThatBeginsLikeLegacyPing() {
        receive(new byte[] {(byte) 0xFE});
        pass(Duration.ofMillis(50));
        receive(new byte[] {1, 0, 47});
        pass(Duration.ofMillis(200));

        assertThat(door.legacyPings).isEmpty();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void answersLegacyPingsInTheirLayouts() {
        receive(new byte[] {(byte) 0xFE, 1});
        pass(Duration.ofMillis(100));
        answerLegacy();
        assertThat(legacyText()).isEqualTo("§1\000775\00026.1\0§aHi\0003\00020");

        channel = new EmbeddedChannel(new OpeningHandler(door, OpeningDecoder.MAX_FRAME_BYTES));
        channel.freezeTime();
        receive(new byte[] {(byte) 0xFE});
        pass(Duration.ofMillis(100));
        answerLegacy();
        assertThat(legacyText()).isEqualTo("Hi§3§20");
    }

    @Test
    void asksOnceWhetherTheClientMayHaveWhatItWants() {
        receive(handshake(Handshake.NextState.STATUS));
        receive(STATUS_REQUEST);
        receive(PING);

        assertThat(door.requests).containsExactly(RequestKind.STATUS);

        for (Handshake.NextState login :
                new Handshake.NextState[] {Handshake.NextState.LOGIN, Handshake.NextState.TRANSFER}) {
            door.requests.clear();
            channel = new EmbeddedChannel(new OpeningHandler(door, OpeningDecoder.MAX_FRAME_BYTES));
            receive(handshake(login));
            receive(LOGIN_START);
            assertThat(door.requests).containsExactly(RequestKind.LOGIN);
        }
    }

    @Test
    void tellsRefusedLoginWhyAlthoughItsLoginStartIsUnread() {
        door.verdict = new Verdict.Refuse(Component.text("too many"), "rate limit");

        receive(handshake(Handshake.NextState.LOGIN));

        assertThat(sent()).isEqualTo(statusFrame("{\"text\":\"too many\"}"));
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(channel.isOpen()).as("no second channel half").isFalse();
        assertThat(door.logins).isEmpty();
        assertThat(door.rejected).isEmpty();
    }

    @Test
    void saysNothingToRefusedPingAndToDroppedLogin() {
        door.verdict = new Verdict.Refuse(Component.text("too many"), "rate limit");
        receive(handshake(Handshake.NextState.STATUS));
        assertThat(channel.isOpen()).isFalse();
        assertThat(sent()).isNull();

        door.verdict = new Verdict.Drop("banned");
        channel = new EmbeddedChannel(new OpeningHandler(door, OpeningDecoder.MAX_FRAME_BYTES));
        receive(handshake(Handshake.NextState.LOGIN));

        assertThat(channel.isOpen()).isFalse();
        assertThat(sent()).isNull();
    }

    @Test
    void asksForLegacyClientsToo() {
        door.verdict = new Verdict.Refuse(
                Component.text("no ", NamedTextColor.RED).append(Component.text("x".repeat(400))), "full");
        receive(new byte[] {2, 61, 0, 1, 0, 'P', 0, 1, 0, 'h', 0, 0, 0, 1});

        assertThat(legacyText()).startsWith("§cno x").hasSize(256);

        channel = new EmbeddedChannel(new OpeningHandler(door, OpeningDecoder.MAX_FRAME_BYTES));
        channel.freezeTime();
        receive(new byte[] {(byte) 0xFE, 1});
        pass(Duration.ofMillis(100));

        assertThat(channel.isOpen()).isFalse();
        assertThat(door.requests).containsExactly(RequestKind.LOGIN, RequestKind.STATUS);
        assertThat(door.legacyPings).isEmpty();
    }

    @Test
    void refusesClientsBeforeTheOldestProtocol() {
        receive(new byte[] {2, 61, 0, 1, 0, 'P', 0, 1, 0, 'h', 0, 0, 0, 1});

        assertThat(legacyText()).isEqualTo(LegacyKick.TOO_OLD);
    }

    @Test
    void takesLoginStartOfNearlyTheLimit() {
        int rest = LoginStartDecoder.MAX_LOGIN_BYTES - 3 - 7;
        ByteBuf login = Unpooled.buffer();
        VarInts.write(login, 7 + rest);
        login.writeBytes(LOGIN_START, 1, 7).writeZero(rest);

        receive(handshake(Handshake.NextState.LOGIN));
        receive(login);

        assertThat(door.logins).hasSize(1);
    }

    private void answerLegacy() {
        assertThat(door.pendingLegacy).isNotNull();
        door.pendingLegacy.accept(new StatusReply.Legacy(775, "26.1", "§aHi", 3, 20));
    }

    private String legacyText() {
        ByteBuf kick = channel.readOutbound();
        assertThat(kick.readUnsignedByte()).isEqualTo((short) 0xFF);
        int chars = kick.readUnsignedShort();
        String text = kick.toString(StandardCharsets.UTF_16BE);
        assertThat(text).hasSize(chars);
        kick.release();
        return text;
    }
}
