// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import dev.infrajar.internal.codec.tables.Bands;
import dev.infrajar.net.nbt.NbtTag;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.configuration.FinishConfiguration;
import dev.infrajar.net.packet.login.ChatKey;
import dev.infrajar.net.packet.login.EncryptionRequest;
import dev.infrajar.net.packet.login.EncryptionResponse;
import dev.infrajar.net.packet.login.LoginAcknowledged;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.login.LoginPluginRequest;
import dev.infrajar.net.packet.login.LoginPluginResponse;
import dev.infrajar.net.packet.login.LoginStart;
import dev.infrajar.net.packet.login.LoginSuccess;
import dev.infrajar.net.packet.login.ProfileProperty;
import dev.infrajar.net.packet.login.SetCompression;
import dev.infrajar.net.packet.play.ActionBar;
import dev.infrajar.net.packet.play.ChatCommand;
import dev.infrajar.net.packet.play.ChatMessage;
import dev.infrajar.net.packet.play.ClearTitles;
import dev.infrajar.net.packet.play.ConfigurationAcknowledged;
import dev.infrajar.net.packet.play.DeathLocation;
import dev.infrajar.net.packet.play.Dimension;
import dev.infrajar.net.packet.play.JoinGame;
import dev.infrajar.net.packet.play.LastSeen;
import dev.infrajar.net.packet.play.MessageAcknowledgement;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.Respawn;
import dev.infrajar.net.packet.play.SignedChatCommand;
import dev.infrajar.net.packet.play.Spawn;
import dev.infrajar.net.packet.play.StartConfiguration;
import dev.infrajar.net.packet.play.Subtitle;
import dev.infrajar.net.packet.play.SystemMessage;
import dev.infrajar.net.packet.play.TitleText;
import dev.infrajar.net.packet.play.TitleTimes;
import dev.infrajar.net.packet.shared.ClientInformation;
import dev.infrajar.net.packet.shared.CookieRequest;
import dev.infrajar.net.packet.shared.CookieResponse;
import dev.infrajar.net.packet.shared.Disconnect;
import dev.infrajar.net.packet.shared.KeepAlive;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.packet.shared.StoreCookie;
import dev.infrajar.net.packet.shared.Transfer;
import dev.infrajar.net.wire.Bytes;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import net.kyori.adventure.text.Component;

/** One packet of each type, with a value in every field; {@code layouts.txt} has them on the wire. */
final class LayoutSamples {
    static final UUID PLAYER = UUID.fromString("01234567-89ab-cdef-fedc-ba9876543210");
    static final UUID SESSION = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    static final Component BYE = Component.text("Bye");

    private static final Bands<Dimension> DIMENSIONS = Bands.<Dimension>from(4, new Dimension.Numbered(-1))
            .since(735, new Dimension.Named("minecraft:overworld"))
            .since(751, new Dimension.Described(new NbtTag.Compound(Map.of("height", new NbtTag.Int32(256)))))
            .since(759, new Dimension.Named("minecraft:overworld"))
            .since(766, new Dimension.Registered(3));

    private static final Bytes SIGNATURE = signature();

    private static final Bands<LastSeen> LAST_SEEN = Bands.from(4, LastSeen.NOTHING)
            .since(
                    760,
                    new LastSeen.Listed(
                            List.of(new LastSeen.Message(PLAYER, bytes(0x41, 0x42))),
                            Optional.of(new LastSeen.Message(PLAYER, bytes(0x51, 0x52)))))
            .since(761, new LastSeen.Window(2, bytes(1, 2, 0xC0), 77));

    static final List<Sample<?>> ALL = List.of(
            sample("login.LoginStart", LoginPackets.START, loginStart()),
            sample(
                    "login.EncryptionRequest",
                    LoginPackets.ENCRYPTION_REQUEST,
                    new EncryptionRequest("srv", bytes(1, 2, 3, 4, 5), bytes(10, 11, 12, 13), true)),
            sample(
                    "login.EncryptionResponse",
                    LoginPackets.ENCRYPTION_RESPONSE,
                    new EncryptionResponse(
                            bytes(0x11, 0x12, 0x13, 0x14, 0x15),
                            new EncryptionResponse.Token(bytes(0x21, 0x22, 0x23, 0x24)))),
            sample("login.SetCompression", LoginPackets.SET_COMPRESSION, new SetCompression(256)),
            sample(
                    "login.LoginPluginRequest",
                    LoginPackets.PLUGIN_REQUEST,
                    new LoginPluginRequest(300, "velocity:player_info", bytes(4))),
            sample(
                    "login.LoginPluginResponse",
                    LoginPackets.PLUGIN_RESPONSE,
                    new LoginPluginResponse(300, Optional.of(bytes(0xCA, 0xFE)))),
            sample("login.CookieRequest", LoginPackets.COOKIE_REQUEST, new CookieRequest("a:b")),
            sample("login.CookieResponse", LoginPackets.COOKIE_RESPONSE, cookieResponse()),
            sample("login.LoginSuccess", LoginPackets.SUCCESS, loginSuccess()),
            sample("login.LoginAcknowledged", LoginPackets.ACKNOWLEDGED, new LoginAcknowledged()),
            sample("login.Disconnect", LoginPackets.DISCONNECT, new Disconnect(BYE)),
            sample(
                    "configuration.FinishConfiguration.clientbound",
                    ConfigurationPackets.FINISH,
                    new FinishConfiguration()),
            sample(
                    "configuration.FinishConfiguration.serverbound",
                    ConfigurationPackets.FINISH_ACKNOWLEDGED,
                    new FinishConfiguration()),
            sample("configuration.Disconnect", ConfigurationPackets.DISCONNECT, new Disconnect(BYE)),
            sample(
                    "configuration.PluginMessage.clientbound",
                    ConfigurationPackets.CLIENTBOUND_PLUGIN_MESSAGE,
                    pluginMessage()),
            sample(
                    "configuration.PluginMessage.serverbound",
                    ConfigurationPackets.SERVERBOUND_PLUGIN_MESSAGE,
                    pluginMessage()),
            sample("configuration.ClientInformation", ConfigurationPackets.CLIENT_INFORMATION, clientInformation()),
            sample(
                    "configuration.KeepAlive.clientbound",
                    ConfigurationPackets.CLIENTBOUND_KEEP_ALIVE,
                    new KeepAlive(77)),
            sample(
                    "configuration.KeepAlive.serverbound",
                    ConfigurationPackets.SERVERBOUND_KEEP_ALIVE,
                    new KeepAlive(77)),
            sample("configuration.CookieRequest", ConfigurationPackets.COOKIE_REQUEST, new CookieRequest("a:b")),
            sample("configuration.CookieResponse", ConfigurationPackets.COOKIE_RESPONSE, cookieResponse()),
            sample("configuration.StoreCookie", ConfigurationPackets.STORE_COOKIE, storeCookie()),
            sample("configuration.Transfer", ConfigurationPackets.TRANSFER, new Transfer("example.org", 25565)),
            sample("play.StartConfiguration", PlayPackets.START_CONFIGURATION, new StartConfiguration()),
            sample(
                    "play.ConfigurationAcknowledged",
                    PlayPackets.CONFIGURATION_ACKNOWLEDGED,
                    new ConfigurationAcknowledged()),
            sample("play.Disconnect", PlayPackets.DISCONNECT, new Disconnect(BYE)),
            sample("play.PluginMessage.clientbound", PlayPackets.CLIENTBOUND_PLUGIN_MESSAGE, pluginMessage()),
            sample("play.PluginMessage.serverbound", PlayPackets.SERVERBOUND_PLUGIN_MESSAGE, pluginMessage()),
            sample("play.ClientInformation", PlayPackets.CLIENT_INFORMATION, clientInformation()),
            sample("play.KeepAlive.clientbound", PlayPackets.CLIENTBOUND_KEEP_ALIVE, new KeepAlive(77)),
            sample("play.KeepAlive.serverbound", PlayPackets.SERVERBOUND_KEEP_ALIVE, new KeepAlive(77)),
            sample("play.CookieRequest", PlayPackets.COOKIE_REQUEST, new CookieRequest("a:b")),
            sample("play.CookieResponse", PlayPackets.COOKIE_RESPONSE, cookieResponse()),
            sample("play.StoreCookie", PlayPackets.STORE_COOKIE, storeCookie()),
            sample("play.Transfer", PlayPackets.TRANSFER, new Transfer("example.org", 25565)),
            sample("play.SystemMessage", PlayPackets.SYSTEM_MESSAGE, new SystemMessage(BYE, false)),
            sample("play.ActionBar", PlayPackets.ACTION_BAR, new ActionBar(BYE)),
            sample("play.TitleText", PlayPackets.TITLE, new TitleText(BYE)),
            sample("play.Subtitle", PlayPackets.SUBTITLE, new Subtitle(BYE)),
            sample("play.TitleTimes", PlayPackets.TITLE_TIMES, new TitleTimes(10, 70, 20)),
            sample("play.ClearTitles", PlayPackets.CLEAR_TITLES, new ClearTitles(true)),
            new Sample<>("play.ChatMessage", PlayPackets.CHAT_MESSAGE, LayoutSamples::chatMessage),
            new Sample<>("play.ChatCommand", PlayPackets.CHAT_COMMAND, LayoutSamples::chatCommand),
            new Sample<>(
                    "play.SignedChatCommand",
                    PlayPackets.SIGNED_CHAT_COMMAND,
                    protocol -> new SignedChatCommand(chatCommand(protocol))),
            sample("play.MessageAcknowledgement", PlayPackets.MESSAGE_ACKNOWLEDGEMENT, new MessageAcknowledgement(2)),
            new Sample<>("play.JoinGame", PlayPackets.JOIN_GAME, LayoutSamples::joinGame),
            new Sample<>("play.Respawn", PlayPackets.RESPAWN, protocol -> new Respawn(spawn(protocol), 1)));

    /** A packet of a type, for each protocol. */
    record Sample<P>(String name, PacketType<P> type, IntFunction<P> packet) {
        @Override
        public String toString() {
            return name;
        }
    }

    private LayoutSamples() {}

    private static <P> Sample<P> sample(String name, PacketType<P> type, P packet) {
        return new Sample<>(name, type, protocol -> packet);
    }

    private static Bytes signature() {
        byte[] bytes = new byte[256];
        Arrays.fill(bytes, (byte) 7);
        return Bytes.of(bytes);
    }

    static Bytes bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Bytes.of(bytes);
    }

    private static LoginStart loginStart() {
        return new LoginStart(
                "Notch",
                Optional.of(PLAYER),
                Optional.of(new ChatKey(Instant.ofEpochMilli(0x0000018B_4FE56800L), bytes(1, 2, 3), bytes(4, 5))));
    }

    static LoginSuccess loginSuccess() {
        return new LoginSuccess(
                PLAYER,
                "Notch",
                List.of(
                        new ProfileProperty("textures", "dmFsdWU=", Optional.of("sig")),
                        new ProfileProperty("x", "y", Optional.empty())),
                true,
                SESSION);
    }

    private static CookieResponse cookieResponse() {
        return new CookieResponse("a:b", Optional.of(bytes(1, 2)));
    }

    private static StoreCookie storeCookie() {
        return new StoreCookie("a:b", bytes(1, 2, 3));
    }

    private static PluginMessage pluginMessage() {
        return new PluginMessage("a:b", bytes(1, 2, 3));
    }

    static ClientInformation clientInformation() {
        return new ClientInformation(
                "de_de",
                12,
                ClientInformation.ChatMode.COMMANDS,
                true,
                0x7F,
                ClientInformation.Hand.LEFT,
                true,
                false,
                ClientInformation.Particles.MINIMAL);
    }

    static ChatMessage chatMessage(int protocol) {
        return new ChatMessage(
                "hello",
                0x0000018B_4FE56800L,
                0x0102030405060708L,
                Optional.of(SIGNATURE),
                true,
                LAST_SEEN.at(protocol).orElseThrow());
    }

    static ChatCommand chatCommand(int protocol) {
        return new ChatCommand(
                "msg Notch hi",
                0x0000018B_4FE56800L,
                0x0102030405060708L,
                List.of(new ChatCommand.ArgumentSignature("message", SIGNATURE)),
                true,
                LAST_SEEN.at(protocol).orElseThrow());
    }

    static JoinGame joinGame(int protocol) {
        return new JoinGame(
                1_234_567,
                true,
                spawn(protocol),
                List.of("minecraft:overworld", "minecraft:the_nether"),
                Optional.of(new NbtTag.Compound(Map.of("a", new NbtTag.Int32(1)))),
                100,
                10,
                9,
                true,
                false,
                true,
                true,
                false);
    }

    static Spawn spawn(int protocol) {
        return new Spawn(
                DIMENSIONS.at(protocol).orElseThrow(),
                "minecraft:overworld",
                0x0102030405060708L,
                3,
                1,
                2,
                "flat",
                false,
                true,
                Optional.of(new DeathLocation("minecraft:the_end", 1L << 38 | 3L << 12 | 2)),
                300,
                63);
    }
}
