// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.player;

import java.nio.ByteBuffer;
import java.time.Duration;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.title.Title;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The game of one player, as far as the proxy can talk to it. It can where it sees the packets of the session: in the modes
 * {@code client_only} and {@code offline}, once the player is at a server. Elsewhere each method answers
 * {@link Delivery#NOT_ACTIVE} and does nothing.
 *
 * <p>All methods may be called from any thread. None blocks but {@link #requestCookie}. What is sent by one thread arrives in that
 * order, among the packets of the server.
 */
@ProviderType
public interface PlayerClient {
    /** How long {@link #requestCookie} waits. */
    Duration COOKIE_LIMIT = Duration.ofSeconds(2);

    /**
     * Whether the proxy can talk to the game at this moment.
     *
     * @return {@code false} in forwarding modes, before the player is at a server, and after the session's end
     */
    boolean isActive();

    /**
     * Shows a line in the chat.
     *
     * @param text what the player reads
     * @return what has become of it
     */
    Delivery sendMessage(Component text);

    /**
     * Shows a text above the hotbar.
     *
     * @param text what the player reads
     * @return what has become of it; {@link Delivery#UNSUPPORTED} before Minecraft 1.8
     */
    Delivery sendActionBar(Component text);

    /**
     * Shows a title.
     *
     * @param title title, subtitle and, if it has any, times
     * @return what has become of it; {@link Delivery#UNSUPPORTED} before Minecraft 1.8
     */
    Delivery showTitle(Title title);

    /**
     * Takes the title away.
     *
     * @return what has become of it; {@link Delivery#UNSUPPORTED} before Minecraft 1.8
     */
    Delivery clearTitle();

    /**
     * Sends any packet to the client, in the phase that the session is in.
     *
     * @param name the name of its kind in minecraft-data, for example {@code system_chat}
     * @param fields its fields as they go onto the wire in the player's {@linkplain Player#protocol version}: the client leaves if they
     *     are wrong; what is left in the buffer is copied
     * @return what has become of it; {@link Delivery#UNSUPPORTED} where the version has no such packet in this phase
     */
    Delivery sendPacket(String name, ByteBuffer fields);

    /**
     * Sends a message to a mod of the client.
     *
     * @param channel an identifier, for example {@code example:hello}; before Minecraft 1.13 any word
     * @param data the message, at most 1 MiB; what is left in the buffer is copied
     * @return what has become of it
     * @throws IllegalArgumentException if channel or data are too long
     */
    Delivery sendPluginMessage(String channel, ByteBuffer data);

    /**
     * Ends the session with a text.
     *
     * @param text what the player reads
     * @return what has become of it
     */
    Delivery disconnect(Component text);

    /**
     * Sends the client to another address. The session ends when the client leaves.
     *
     * @param host a host name or address
     * @param port 1..65535
     * @return what has become of it; {@link Delivery#UNSUPPORTED} before Minecraft 1.20.5
     * @throws IllegalArgumentException if host or port cannot be written
     */
    Delivery transfer(String host, int port);

    /**
     * Leaves something with the client, which keeps it when it is transferred.
     *
     * @param key an identifier, for example {@code example:token}
     * @param value at most 5120 bytes; what is left in the buffer is copied
     * @return what has become of it; {@link Delivery#UNSUPPORTED} before Minecraft 1.20.5
     * @throws IllegalArgumentException if key or value are too long
     */
    Delivery storeCookie(String key, ByteBuffer value);

    /**
     * Asks the client for what was left with it. Blocks, at most for {@link #COOKIE_LIMIT}. Asked while a packet of the same client
     * is being decided about, there is no answer: it waits behind that packet. An answer that comes later is thrown away; who leaves
     * many requests unanswered is asked no more.
     *
     * @param key an identifier
     * @return the answer; {@link CookieReply.NotAsked} before Minecraft 1.20.5
     * @throws IllegalArgumentException if the key is too long
     */
    CookieReply requestCookie(String key);
}
