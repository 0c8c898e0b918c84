// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.codec.LayoutSamples.Sample;
import dev.infrajar.internal.codec.layout.LayoutBands;
import dev.infrajar.internal.codec.layout.Layouts;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.login.EncryptionResponse;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.login.LoginPluginResponse;
import dev.infrajar.net.packet.login.LoginSuccess;
import dev.infrajar.net.packet.play.ActionBar;
import dev.infrajar.net.packet.play.ChatMessage;
import dev.infrajar.net.packet.play.ClearTitles;
import dev.infrajar.net.packet.play.Dimension;
import dev.infrajar.net.packet.play.JoinGame;
import dev.infrajar.net.packet.play.LastSeen;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.Respawn;
import dev.infrajar.net.packet.play.SystemMessage;
import dev.infrajar.net.packet.play.TitleText;
import dev.infrajar.net.packet.shared.ClientInformation;
import dev.infrajar.net.packet.shared.CookieResponse;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.packet.shared.StoreCookie;
import dev.infrajar.net.wire.Bytes;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutsTest {
    static Stream<Sample<?>> samples() {
        return LayoutSamples.ALL.stream();
    }

    private static <P> PacketFormat<P> format(PacketType<P> type, int protocol) {
        return TestCodec.dialect(protocol).format(type).orElseThrow();
    }

    private static <P> String written(PacketFormat<P> format, P packet) {
        ByteBuf out = Unpooled.buffer();
        format.write(out, packet);
        return ByteBufUtil.hexDump(out);
    }

    private static <P> P read(PacketFormat<P> format, String hex) {
        ByteBuf in = Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));
        assertThat(VarInts.read(in)).isEqualTo(format.id());
        P packet = format.readFields(in);
        assertThat(in.isReadable()).as("bytes behind the last field").isFalse();
        return packet;
    }

    private static <P> P reread(PacketType<P> type, int protocol, P packet) {
        PacketFormat<P> format = format(type, protocol);
        return read(format, written(format, packet));
    }

    @ParameterizedTest
    @MethodSource("samples")
    <P> void writesAndReadsTheKnownBytesOfEveryVersion(Sample<P> sample) {
        NavigableMap<Integer, String> golden = GoldenBytes.of(sample.name());
        for (KnownProtocol protocol : TestCodec.DIALECTS.protocols()) {
            int number = protocol.number();
            Optional<PacketFormat<P>> format = TestCodec.dialect(number).format(sample.type());
            Map.Entry<Integer, String> expected = golden.floorEntry(number);

            assertThat(format.isPresent()).as("%s in %s", sample, protocol).isEqualTo(expected != null);
            if (expected != null) {
                P packet = sample.packet().apply(number);
                assertThat(written(format.orElseThrow(), packet))
                        .as("%s in %s", sample, protocol)
                        .isEqualTo(expected.getValue());
                P read = read(format.orElseThrow(), expected.getValue());
                assertThat(written(format.orElseThrow(), read)).isEqualTo(expected.getValue());
            }
        }
    }

    @Test
    void everyTypeHasASample() {
        assertThat(LayoutSamples.ALL)
                .extracting(Sample::type)
                .map(PacketType.class::cast)
                .containsExactlyInAnyOrderElementsOf(Layouts.all().bands().stream()
                        .map(LayoutBands::type)
                        .map(PacketType.class::cast)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    <P> void refusesEveryCutPacket(Sample<P> sample) {
        GoldenBytes.of(sample.name()).forEach((protocol, hex) -> {
            PacketFormat<P> format = format(sample.type(), protocol);
            ByteBuf whole = Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));
            int idBytes = VarInts.size(VarInts.read(whole));
            // Messages end with data of any length, in the samples up to three bytes.
            boolean endsWithData = sample.name().contains("Plugin");
            int shortest = whole.writerIndex() - (endsWithData ? 4 : 1);
            for (int end = idBytes; end <= shortest; end++) {
                ByteBuf cut = whole.slice(idBytes, end - idBytes);
                assertThatThrownBy(() -> format.readFields(cut))
                        .as("%s in %s, %s bytes", sample, protocol, end)
                        .isInstanceOf(WireException.class);
            }
        });
    }

    @Test
    void readsWhatAVersionDoesNotSayAsItsDefault() {
        LoginSuccess success = reread(LoginPackets.SUCCESS, 47, LayoutSamples.loginSuccess());
        assertThat(success)
                .isEqualTo(new LoginSuccess(LayoutSamples.PLAYER, "Notch", List.of(), false, LoginSuccess.NO_SESSION));

        ClientInformation settings = reread(PlayPackets.CLIENT_INFORMATION, 47, LayoutSamples.clientInformation());
        assertThat(settings)
                .isEqualTo(new ClientInformation(
                        "de_de",
                        12,
                        ClientInformation.ChatMode.COMMANDS,
                        true,
                        0x7F,
                        ClientInformation.Hand.RIGHT,
                        false,
                        true,
                        ClientInformation.Particles.ALL));

        JoinGame join = reread(PlayPackets.JOIN_GAME, 47, LayoutSamples.joinGame(47));
        assertThat(join.isHardcore()).isTrue();
        assertThat(join.spawn().gameMode()).isEqualTo(1);
        assertThat(join.spawn().previousGameMode()).isEqualTo(-1);
        assertThat(join.spawn().dimension()).isEqualTo(new Dimension.Numbered(-1));
        assertThat(join.hasRespawnScreen()).isTrue();
        assertThat(join.registries()).isEmpty();
    }

    @Test
    void readsEverythingThatTheNewestVersionSays() {
        assertThat(reread(LoginPackets.SUCCESS, 777, LayoutSamples.loginSuccess())
                        .sessionId())
                .isEqualTo(LayoutSamples.SESSION);
        assertThat(reread(PlayPackets.CLIENT_INFORMATION, 777, LayoutSamples.clientInformation()))
                .isEqualTo(LayoutSamples.clientInformation());

        JoinGame join = reread(PlayPackets.JOIN_GAME, 777, LayoutSamples.joinGame(777));
        assertThat(join.isOnlineMode()).isTrue();
        assertThat(join.enforcesSecureChat()).isFalse();
        assertThat(join.spawn().seaLevel()).isEqualTo(63);
        assertThat(join.spawn().death()).isEqualTo(LayoutSamples.spawn(777).death());
    }

    @ParameterizedTest
    @ValueSource(ints = {735, 736, 751, 758, 759, 763})
    void namesDimensionsAsTheVersionDoes(int protocol) {
        Respawn respawn = new Respawn(LayoutSamples.spawn(protocol), Respawn.KEEP_ALL);

        assertThat(reread(PlayPackets.RESPAWN, protocol, respawn).spawn().dimension())
                .isEqualTo(respawn.spawn().dimension());
        int other = protocol == 751 || protocol == 758 ? 735 : 751;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(
                        format(PlayPackets.RESPAWN, protocol),
                        new Respawn(LayoutSamples.spawn(other), Respawn.KEEP_NOTHING)))
                .withMessageStartingWith("this version names dimensions as");
    }

    @Test
    void readsTheSignedFormOfTheEncryptionResponse() {
        EncryptionResponse signed = new EncryptionResponse(
                LayoutSamples.bytes(0x11, 0x12, 0x13, 0x14, 0x15),
                new EncryptionResponse.Signed(0x0102030405060708L, LayoutSamples.bytes(0x31, 0x32)));
        String hex =
                GoldenBytes.of("login.EncryptionResponse.signed").firstEntry().getValue();

        for (int protocol : new int[] {759, 760}) {
            PacketFormat<EncryptionResponse> format = format(LoginPackets.ENCRYPTION_RESPONSE, protocol);
            assertThat(written(format, signed)).isEqualTo(hex);
            assertThat(read(format, hex)).isEqualTo(signed);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(format(LoginPackets.ENCRYPTION_RESPONSE, 761), signed));
    }

    @Test
    void readsAnswersThatSayNothing() {
        assertThat(reread(LoginPackets.PLUGIN_RESPONSE, 393, new LoginPluginResponse(1, Optional.empty()))
                        .data())
                .isEmpty();
        assertThat(reread(PlayPackets.COOKIE_RESPONSE, 766, new CookieResponse("a:b", Optional.empty()))
                        .value())
                .isEmpty();
    }

    @Test
    void takesTheLongPluginMessagesOfMods() {
        PluginMessage message = new PluginMessage("FML|MP", Bytes.of(new byte[100_000]));
        PacketFormat<PluginMessage> format = format(PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE, 5);

        // 100,000 = 3 * 32,768 + 1,696: the low 15 bits with the highest set, then the rest.
        assertThat(written(format, message)).startsWith("3f" + "06" + "464d4c7c4d50" + "86a0" + "03" + "00");
        assertThat(reread(PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE, 5, message)).isEqualTo(message);
    }

    @Test
    void boundsPluginMessagesByTheirDirection() {
        PluginMessage message = new PluginMessage("a:b", Bytes.of(new byte[40_000]));

        assertThat(reread(PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE, 774, message)).isEqualTo(message);
        assertThatThrownBy(() -> reread(PlayPackets.SERVERBOUND_PLUGIN_MESSAGE, 774, message))
                .isSameAs(WireException.ARRAY_TOO_LONG);
        assertThatThrownBy(() -> reread(PlayPackets.SERVERBOUND_PLUGIN_MESSAGE, 5, message))
                .isSameAs(WireException.ARRAY_TOO_LONG);
        PacketFormat<PluginMessage> wider = TestCodec.dialects(TestCodec.limits(40_000))
                .of(774)
                .dialect()
                .flatMap(dialect -> dialect.format(PlayPackets.SERVERBOUND_PLUGIN_MESSAGE))
                .orElseThrow();
        assertThat(read(wider, written(wider, message))).isEqualTo(message);
    }

    @Test
    void boundsCookies() {
        StoreCookie cookie = new StoreCookie("a:b", Bytes.of(new byte[StoreCookie.MAX_BYTES + 1]));

        assertThatIllegalArgumentException().isThrownBy(() -> written(format(PlayPackets.STORE_COOKIE, 774), cookie));
    }

    @Test
    void refusesListsLongerThanTheirPacket() {
        ByteBuf lie = Unpooled.buffer();
        lie.writeLong(1).writeLong(2);
        WireStrings.write(lie, "Notch");
        VarInts.write(lie, 64);

        assertThatThrownBy(() -> format(LoginPackets.SUCCESS, 774).readFields(lie.duplicate()))
                .isSameAs(WireException.TRUNCATED);
        lie.writerIndex(lie.writerIndex() - 1);
        VarInts.write(lie, Integer.MAX_VALUE);
        assertThatThrownBy(() -> format(LoginPackets.SUCCESS, 774).readFields(lie))
                .isSameAs(WireException.ARRAY_TOO_LONG);
    }

    @Test
    void refusesUuidsThatAreNone() {
        for (String uuid : List.of("", "0123", "0123456789abcdeffedcba987654321x", "1-1-1-1-1")) {
            ByteBuf packet = Unpooled.buffer();
            WireStrings.write(packet, uuid);
            WireStrings.write(packet, "Notch");

            assertThatThrownBy(() -> format(LoginPackets.SUCCESS, 47).readFields(packet.duplicate()))
                    .isSameAs(WireException.UNKNOWN_VALUE);
            assertThatThrownBy(() -> format(LoginPackets.SUCCESS, 4).readFields(packet.duplicate()))
                    .isSameAs(WireException.UNKNOWN_VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {47, 314, 315, 754, 759, 760, 774})
    void putsSystemMessagesAboveTheHotbar(int protocol) {
        SystemMessage bar = new SystemMessage(LayoutSamples.BYE, true);

        assertThat(reread(PlayPackets.SYSTEM_MESSAGE, protocol, bar)).isEqualTo(bar);
    }

    @Test
    void writesColoursOfOldActionBarsAsSectionSigns() {
        ActionBar bar = new ActionBar(Component.text("Red", NamedTextColor.RED));

        assertThat(reread(PlayPackets.ACTION_BAR, 47, bar).text()).isEqualTo(Component.text("§cRed"));
        assertThat(reread(PlayPackets.ACTION_BAR, 315, bar)).isEqualTo(bar);
    }

    @Test
    void tellsTheActionsOfTheTitlePacketApart() {
        for (int protocol : new int[] {47, 315}) {
            assertThat(reread(PlayPackets.CLEAR_TITLES, protocol, new ClearTitles(false)))
                    .isEqualTo(new ClearTitles(false));
            String title = written(format(PlayPackets.TITLE, protocol), new TitleText(LayoutSamples.BYE));
            assertThatThrownBy(() -> read(format(PlayPackets.SUBTITLE, protocol), title))
                    .isSameAs(WireException.UNKNOWN_VALUE);
            assertThatThrownBy(() -> read(format(PlayPackets.CLEAR_TITLES, protocol), title))
                    .isSameAs(WireException.UNKNOWN_VALUE);
        }
    }

    @Test
    void readsChatWithoutSignatures() {
        for (int protocol : new int[] {759, 760, 761, 774}) {
            ChatMessage sample = LayoutSamples.chatMessage(protocol);
            ChatMessage unsigned = new ChatMessage(
                    sample.message(),
                    sample.timestampMillis(),
                    sample.salt(),
                    Optional.empty(),
                    false,
                    sample.lastSeen());

            assertThat(reread(PlayPackets.CHAT_MESSAGE, protocol, unsigned).signature())
                    .isEmpty();
        }
    }

    @Test
    void refusesLongChat() {
        ChatMessage message = new ChatMessage("x".repeat(257), 0, 0, Optional.empty(), false, LastSeen.NOTHING);
        assertThatIllegalArgumentException().isThrownBy(() -> written(format(PlayPackets.CHAT_MESSAGE, 47), message));

        ByteBuf tooLong = Unpooled.buffer();
        WireStrings.write(tooLong, message.message());
        assertThatThrownBy(() -> format(PlayPackets.CHAT_MESSAGE, 47).readFields(tooLong))
                .isSameAs(WireException.STRING_TOO_LONG);
    }

    @Test
    void refusesToWriteWhatAnotherVersionHasSeen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(format(PlayPackets.CHAT_MESSAGE, 774), LayoutSamples.chatMessage(760)))
                .withMessageStartingWith("this version says what it has seen as Window");
    }

    @Test
    void leavesWhatNewerVersionsAppendUnread() {
        PacketFormat<LoginSuccess> format = format(LoginPackets.SUCCESS, 775);
        ByteBuf packet = Unpooled.buffer();
        format.writeFields(packet, LayoutSamples.loginSuccess());
        packet.writeLong(1);

        assertThat(format.readFields(packet).name()).isEqualTo("Notch");
        assertThat(packet.readableBytes()).isEqualTo(Long.BYTES);
    }
}
