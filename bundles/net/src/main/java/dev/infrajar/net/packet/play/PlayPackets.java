// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.shared.ClientInformation;
import dev.infrajar.net.packet.shared.CookieRequest;
import dev.infrajar.net.packet.shared.CookieResponse;
import dev.infrajar.net.packet.shared.Disconnect;
import dev.infrajar.net.packet.shared.KeepAlive;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.packet.shared.StoreCookie;
import dev.infrajar.net.packet.shared.Transfer;

/** The typed packets of the play phase. */
public final class PlayPackets {
    /** The player is in a world. */
    public static final PacketType<JoinGame> JOIN_GAME = clientbound(JoinGame.class);

    /** The player is in another world. */
    public static final PacketType<Respawn> RESPAWN = clientbound(Respawn.class);

    /** Back to configuration. */
    public static final PacketType<StartConfiguration> START_CONFIGURATION = clientbound(StartConfiguration.class);

    /** Answers {@link #START_CONFIGURATION}. */
    public static final PacketType<ConfigurationAcknowledged> CONFIGURATION_ACKNOWLEDGED =
            serverbound(ConfigurationAcknowledged.class);

    /** The player is sent away. */
    public static final PacketType<Disconnect> DISCONNECT = clientbound(Disconnect.class);

    /** A text in the chat. */
    public static final PacketType<SystemMessage> SYSTEM_MESSAGE = clientbound(SystemMessage.class);

    /** A text above the hotbar. */
    public static final PacketType<ActionBar> ACTION_BAR = clientbound(ActionBar.class);

    /** What the player says. */
    public static final PacketType<ChatMessage> CHAT_MESSAGE = serverbound(ChatMessage.class);

    /** A command; since 1.20.5 only those without signatures. */
    public static final PacketType<ChatCommand> CHAT_COMMAND = serverbound(ChatCommand.class);

    /** A command with signatures, since 1.20.5. */
    public static final PacketType<SignedChatCommand> SIGNED_CHAT_COMMAND = serverbound(SignedChatCommand.class);

    /** The client has read messages. */
    public static final PacketType<MessageAcknowledgement> MESSAGE_ACKNOWLEDGEMENT =
            serverbound(MessageAcknowledgement.class);

    /** A title. */
    public static final PacketType<TitleText> TITLE = clientbound(TitleText.class);

    /** A subtitle. */
    public static final PacketType<Subtitle> SUBTITLE = clientbound(Subtitle.class);

    /** How long titles are shown. */
    public static final PacketType<TitleTimes> TITLE_TIMES = clientbound(TitleTimes.class);

    /** No titles any more. */
    public static final PacketType<ClearTitles> CLEAR_TITLES = clientbound(ClearTitles.class);

    /** A message of the server's plugins. */
    public static final PacketType<PluginMessage> CLIENTBOUND_PLUGIN_MESSAGE = clientbound(PluginMessage.class);

    /** A message of the client's mods. */
    public static final PacketType<PluginMessage> SERVERBOUND_PLUGIN_MESSAGE = serverbound(PluginMessage.class);

    /** The player's settings. */
    public static final PacketType<ClientInformation> CLIENT_INFORMATION = serverbound(ClientInformation.class);

    /** Asks whether the client is there. */
    public static final PacketType<KeepAlive> CLIENTBOUND_KEEP_ALIVE = clientbound(KeepAlive.class);

    /** Answers {@link #CLIENTBOUND_KEEP_ALIVE}. */
    public static final PacketType<KeepAlive> SERVERBOUND_KEEP_ALIVE = serverbound(KeepAlive.class);

    /** Asks for a cookie. */
    public static final PacketType<CookieRequest> COOKIE_REQUEST = clientbound(CookieRequest.class);

    /** Answers {@link #COOKIE_REQUEST}. */
    public static final PacketType<CookieResponse> COOKIE_RESPONSE = serverbound(CookieResponse.class);

    /** Leaves a cookie. */
    public static final PacketType<StoreCookie> STORE_COOKIE = clientbound(StoreCookie.class);

    /** Sends the client elsewhere. */
    public static final PacketType<Transfer> TRANSFER = clientbound(Transfer.class);

    private PlayPackets() {}

    private static <P> PacketType<P> clientbound(Class<P> record) {
        return new PacketType<>(Phase.PLAY, Direction.CLIENTBOUND, record);
    }

    private static <P> PacketType<P> serverbound(Class<P> record) {
        return new PacketType<>(Phase.PLAY, Direction.SERVERBOUND, record);
    }
}
