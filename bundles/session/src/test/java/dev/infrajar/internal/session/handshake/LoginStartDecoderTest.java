// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.packet.login.ChatKey;
import dev.infrajar.net.wire.Bytes;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LoginStartDecoderTest {
    private static final UUID ID = UUID.fromString("b50ad385-829d-3141-a216-7e7d7539ba7f");

    private static ByteBuf frame(String name, Consumer<ByteBuf> rest) {
        ByteBuf body = Unpooled.buffer();
        VarInts.write(body, 0);
        WireStrings.write(body, name);
        rest.accept(body);
        ByteBuf frame = Unpooled.buffer();
        VarInts.write(frame, body.readableBytes());
        return frame.writeBytes(body);
    }

    private static final ChatKey KEY =
            new ChatKey(Instant.ofEpochMilli(1), Bytes.of(new byte[3]), Bytes.of(new byte[4]));

    private static void uuid(ByteBuf out) {
        out.writeLong(ID.getMostSignificantBits()).writeLong(ID.getLeastSignificantBits());
    }

    private static void key(ByteBuf out) {
        out.writeBoolean(true).writeLong(1);
        VarInts.write(out, 3);
        out.writeZero(3);
        VarInts.write(out, 4);
        out.writeZero(4);
    }

    private static void assertReads(ByteBuf frame, int protocol, Optional<UUID> expected) {
        assertReads(frame, protocol, new LoginStart("Notch", expected));
    }

    private static void assertReads(ByteBuf frame, int protocol, LoginStart expected) {
        assertThat(LoginStartDecoder.decode(frame, protocol))
                .isEqualTo(new LoginStartDecoder.Result.Complete(expected, frame.readableBytes()));
        assertThat(frame.readerIndex()).isZero();
    }

    @Test
    void readsNameOfEveryLayout() {
        assertReads(frame("Notch", body -> {}), 47, Optional.empty());
    }

    @Test
    void readsKeyOfVersionsThatHaveOne() {
        LoginStart expected = new LoginStart("Notch", Optional.empty(), Optional.of(KEY));
        assertReads(frame("Notch", LoginStartDecoderTest::key), 759, expected);
        assertReads(frame("Notch", LoginStartDecoderTest::key), 758, new LoginStart("Notch", Optional.empty()));
    }

    @Test
    void readsKeyBeforeTheClaimedUuid() {
        assertReads(
                frame("Notch", body -> {
                    key(body);
                    body.writeBoolean(true);
                    uuid(body);
                }),
                760,
                new LoginStart("Notch", Optional.of(ID), Optional.of(KEY)));
    }

    @Test
    void readsClaimedUuidOfEveryLayout() {
        assertReads(
                frame("Notch", body -> {
                    body.writeBoolean(true);
                    uuid(body);
                }),
                761,
                Optional.of(ID));
        assertReads(frame("Notch", body -> body.writeBoolean(false)), 763, Optional.empty());
        assertReads(frame("Notch", LoginStartDecoderTest::uuid), 764, Optional.of(ID));
        assertReads(frame("Notch", LoginStartDecoderTest::uuid), 777, Optional.of(ID));
    }

    @Test
    void leavesLayoutsItDoesNotKnowToTheBackend() {
        assertReads(frame("Notch", body -> body.writeByte(1)), 0x40000001, Optional.empty());
        assertReads(frame("Notch", body -> {}), 774, Optional.empty());
    }

    @Test
    void waitsForEveryPrefix() {
        ByteBuf whole = frame("Notch", LoginStartDecoderTest::uuid);
        for (int length = 0; length < whole.readableBytes(); length++) {
            assertThat(LoginStartDecoder.decode(whole.slice(0, length), 774))
                    .isInstanceOf(LoginStartDecoder.Result.Incomplete.class);
        }
    }

    @Test
    void refusesNamesNoClientHas() {
        assertThat(LoginStartDecoder.decode(frame("", body -> {}), 47))
                .isInstanceOf(LoginStartDecoder.Result.Malformed.class);
        assertThat(LoginStartDecoder.decode(frame("x".repeat(17), body -> {}), 47))
                .isInstanceOf(LoginStartDecoder.Result.Malformed.class);
    }

    @Test
    void refusesFrameBeyondTheLimitBeforeItArrives() {
        ByteBuf length = Unpooled.buffer();
        VarInts.write(length, LoginStartDecoder.MAX_LOGIN_BYTES);

        assertThat(LoginStartDecoder.decode(length, 774)).isInstanceOf(LoginStartDecoder.Result.Malformed.class);
    }

    @Test
    void survivesMillionRandomInputs() {
        Random random = new Random(1);
        byte[] bytes = new byte[48];
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
        int answers = 0;
        for (int i = 0; i < 1_000_000; i++) {
            random.nextBytes(bytes);
            bytes[0] &= 0x3F;
            buffer.setIndex(0, 1 + random.nextInt(bytes.length));
            int protocol = random.nextInt(800);
            answers += LoginStartDecoder.decode(buffer, protocol) == null ? 0 : 1;
        }
        assertThat(answers).isEqualTo(1_000_000);
    }
}
