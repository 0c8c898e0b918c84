// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.handshake.Handshake.NextState;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningDecoderTest {
    private static final long SEED = 20_261_121L;

    private static ByteBuf hex(String hex) {
        return Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex.replace(" ", "")));
    }

    private static ByteBuf frameOf(Handshake handshake) {
        ByteBuf frame = Unpooled.buffer();
        handshake.write(frame);
        return frame;
    }

    private static Opening decode(ByteBuf in) {
        return OpeningDecoder.decode(in, OpeningDecoder.MAX_FRAME_BYTES);
    }

    @Test
    void readsVanillaHandshake() {
        // Length 16, id 0, protocol 774 (86 06), "localhost", port 25565, login.
        Opening opening = decode(hex("10 00 8606 09 6c6f63616c686f7374 63dd 02"));

        assertThat(opening).isEqualTo(new Opening.Modern(new Handshake(774, "localhost", 25565, NextState.LOGIN)));
    }

    @Test
    void writesWhatItReads() {
        Handshake handshake = new Handshake(47, "mc.example.com\0FML\0", 25565, NextState.TRANSFER);

        assertThat(decode(frameOf(handshake))).isEqualTo(new Opening.Modern(handshake));
    }

    @Test
    void waitsForEveryPrefixOfEveryFrameLength() {
        for (int hostChars = 1; hostChars <= Handshake.MAX_HOST_CHARS; hostChars++) {
            Handshake handshake = new Handshake(774, "h".repeat(hostChars), 25565, NextState.STATUS);
            ByteBuf whole = frameOf(handshake);
            for (int length = 0; length < whole.readableBytes(); length++) {
                ByteBuf prefix = whole.slice(0, length);
                Opening opening = decode(prefix);
                // A frame of 254, 382, 510 ... bytes begins like a legacy ping; one more byte tells.
                assertThat(opening).isInstanceOfAny(Opening.Incomplete.class, Opening.PerhapsLegacy.class);
                assertThat(prefix.readerIndex()).isZero();
            }
            assertThat(decode(whole)).isEqualTo(new Opening.Modern(handshake));
            assertThat(whole.isReadable()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 382, 510, 638, 766, 894, 1022})
    void readsModernFramesWhoseLengthBeginsLikeLegacyPing(int frameBytes) {
        // id, protocol (2), host length (2), port (2), state: 8 bytes around the host.
        String host = "h\0FML2\0" + "x".repeat(frameBytes - 8 - 7);
        ByteBuf frame = frameOf(new Handshake(774, host, 25565, NextState.LOGIN));

        assertThat(frame.getUnsignedByte(0)).isEqualTo((short) 0xFE);
        assertThat(decode(frame)).isInstanceOf(Opening.Modern.class);
    }

    @Test
    void takesOnlyTheHandshakeFromWhatArrivedWithIt() {
        ByteBuf both = frameOf(new Handshake(774, "host", 25565, NextState.STATUS));
        both.writeBytes(new byte[] {1, 0});

        decode(both);

        assertThat(both.readableBytes()).isEqualTo(2);
    }

    @Test
    void tellsLegacyPingsApart() {
        assertThat(decode(hex("FE")))
                .isEqualTo(new Opening.PerhapsLegacy(new Opening.LegacyPing(LegacyForm.BETA, "", 0)));
        assertThat(decode(hex("FE 01")))
                .isEqualTo(new Opening.PerhapsLegacy(new Opening.LegacyPing(LegacyForm.RELEASE, "", 0)));
    }

    @Test
    void readsHostOfLegacyPingSince16() {
        ByteBuf ping = legacyPing("mc.example.com", 25565);
        for (int length = 3; length < ping.readableBytes(); length++) {
            assertThat(decode(ping.slice(0, length))).isInstanceOf(Opening.Incomplete.class);
        }

        assertThat(decode(ping)).isEqualTo(new Opening.LegacyPing(LegacyForm.RELEASE, "mc.example.com", 25565));
    }

    private static ByteBuf legacyPing(String host, int port) {
        ByteBuf ping = Unpooled.buffer().writeByte(0xFE).writeByte(1).writeByte(0xFA);
        utf16(ping, "MC|PingHost");
        ping.writeShort(7 + host.length() * 2).writeByte(74);
        utf16(ping, host);
        return ping.writeInt(port);
    }

    private static void utf16(ByteBuf out, String text) {
        out.writeShort(text.length());
        text.chars().forEach(out::writeChar);
    }

    @Test
    void readsBothFormsOfLegacyLogin() {
        ByteBuf since13 = Unpooled.buffer().writeByte(2).writeByte(61);
        utf16(since13, "Player");
        utf16(since13, "mc.example.com");
        since13.writeInt(25565);
        ByteBuf before13 = Unpooled.buffer().writeByte(2);
        utf16(before13, "Player;mc.example.com:25565");

        assertThat(decode(since13)).isEqualTo(new Opening.LegacyLogin("mc.example.com"));
        assertThat(decode(before13)).isEqualTo(new Opening.LegacyLogin("mc.example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00", // an empty frame
                "FFFFFFFF", // a length of more than three bytes
                "8110", // 2049 bytes
                "05 01 2F 00 00 00", // another packet
                "06 00 2F 00 63DD 04", // next state 4
                "06 00 2F 09 63DD 01", // a host longer than its frame
                "05 00 2F 00 63DD", // no next state
            })
    void refusesWhatNoClientSends(String bytes) {
        assertThat(decode(hex(bytes))).isInstanceOf(Opening.Malformed.class);
    }

    @Test
    void readsTheLongestHostOfAModdedClient() {
        Handshake handshake = new Handshake(774, "ü".repeat(255) + "\0FML3\0", 25565, NextState.LOGIN);

        assertThat(decode(frameOf(handshake))).isEqualTo(new Opening.Modern(handshake));
    }

    @Test
    void readsIdentityBehindTheHostFromTrustedProxiesOnly() {
        Handshake handshake = new Handshake(774, "mc.example.com\0" + "textures".repeat(300), 25565, NextState.LOGIN);
        ByteBuf frame = frameOf(handshake);

        assertThat(decode(frame.duplicate())).isInstanceOf(Opening.Malformed.class);
        assertThat(OpeningDecoder.decode(frame, OpeningDecoder.MAX_TRUSTED_FRAME_BYTES))
                .isEqualTo(new Opening.Modern(handshake));
    }

    @Test
    void refusesFrameBeyondTheLimitAsSoonAsItsLengthIsThere() {
        ByteBuf length = Unpooled.buffer();
        VarInts.write(length, OpeningDecoder.MAX_FRAME_BYTES + 1);

        assertThat(decode(length)).isInstanceOf(Opening.Malformed.class);
    }

    @Test
    void refusesHostLongerThanItsField() {
        Handshake handshake = new Handshake(774, "h".repeat(256), 25565, NextState.LOGIN);

        assertThat(decode(frameOf(handshake))).isInstanceOf(Opening.Malformed.class);
    }

    @Test
    void survivesMillionRandomInputs() {
        Random random = new Random(SEED);
        ByteBuf buffer = Unpooled.buffer(OpeningDecoder.openingBytes(OpeningDecoder.MAX_FRAME_BYTES));
        byte[] bytes = new byte[OpeningDecoder.openingBytes(OpeningDecoder.MAX_FRAME_BYTES)];
        int answers = 0;
        for (int i = 0; i < 1_000_000; i++) {
            int length = random.nextInt(64);
            random.nextBytes(bytes);
            buffer.clear().writeBytes(bytes, 0, length);
            answers += decode(buffer) == null ? 0 : 1;
        }
        assertThat(answers).isEqualTo(1_000_000);
    }

    @Test
    void survivesEveryMutationOfValidInput() {
        Random random = new Random(SEED);
        ByteBuf valid = frameOf(new Handshake(774, "mc.example.com\0FML3\0", 25565, NextState.LOGIN));
        for (int i = 0; i < 100_000; i++) {
            ByteBuf mutant = valid.copy();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                mutant.setByte(random.nextInt(mutant.readableBytes()), random.nextInt(256));
            }
            assertThat(decode(mutant)).isNotNull();
        }
    }
}
