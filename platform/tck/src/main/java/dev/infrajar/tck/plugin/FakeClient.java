// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck.plugin;

import dev.infrajar.api.player.CookieReply;
import dev.infrajar.api.player.Delivery;
import dev.infrajar.api.player.PlayerClient;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.title.Title;
import org.jspecify.annotations.Nullable;

/** A game that notes what it is sent, as text: {@code message Hello}, {@code packet system_chat of 3 bytes}. Thread-safe. */
public final class FakeClient implements PlayerClient {
    private final List<Object> received = new CopyOnWriteArrayList<>();
    private final Map<String, ByteBuffer> cookies = new ConcurrentHashMap<>();
    private volatile Delivery answer = Delivery.SENT;
    private volatile @Nullable Component disconnectText;

    /**
     * A packet that was sent.
     *
     * @param name the name of its kind
     * @param fields a copy
     */
    public record Packet(String name, ByteBuffer fields) {}

    /**
     * A plugin message that was sent.
     *
     * @param channel its channel
     * @param data a copy
     */
    public record Message(String channel, ByteBuffer data) {}

    /** An action bar that was shown. */
    public record Bar(Component text) {}

    /** Answers everything with something else from now on, and notes nothing: as in a forwarding mode, for example. */
    public void answer(Delivery other) {
        answer = other;
    }

    /**
     * Everything that was sent: a {@link Component} for a message, {@link Bar}, {@link Title}, {@link Packet}, {@link Message}.
     *
     * @return in order
     */
    public List<Object> received() {
        return List.copyOf(received);
    }

    /**
     * What the player reads who was disconnected.
     *
     * @return empty as long as nobody has
     */
    public Optional<Component> disconnectText() {
        return Optional.ofNullable(disconnectText);
    }

    private Delivery note(Object thing) {
        Delivery now = answer;
        if (now == Delivery.SENT) {
            received.add(thing);
        }
        return now;
    }

    @Override
    public boolean isActive() {
        return answer == Delivery.SENT;
    }

    @Override
    public Delivery sendMessage(Component text) {
        return note(text);
    }

    @Override
    public Delivery sendActionBar(Component text) {
        return note(new Bar(text));
    }

    @Override
    public Delivery showTitle(Title title) {
        return note(title);
    }

    @Override
    public Delivery clearTitle() {
        Delivery now = answer;
        if (now == Delivery.SENT) {
            received.removeIf(Title.class::isInstance);
        }
        return now;
    }

    @Override
    public Delivery sendPacket(String name, ByteBuffer fields) {
        return note(new Packet(name, copy(fields)));
    }

    @Override
    public Delivery sendPluginMessage(String channel, ByteBuffer data) {
        return note(new Message(channel, copy(data)));
    }

    @Override
    public Delivery disconnect(Component text) {
        Delivery now = answer;
        if (now == Delivery.SENT) {
            disconnectText = text;
            answer = Delivery.DISCONNECTED;
        }
        return now;
    }

    @Override
    public Delivery transfer(String host, int port) {
        return disconnect(Component.text("transfer to " + host + ":" + port));
    }

    @Override
    public Delivery storeCookie(String key, ByteBuffer value) {
        Delivery now = answer;
        if (now == Delivery.SENT) {
            cookies.put(key, copy(value));
        }
        return now;
    }

    @Override
    public CookieReply requestCookie(String key) {
        Delivery now = answer;
        ByteBuffer value = cookies.get(key);
        if (now != Delivery.SENT) {
            return new CookieReply.NotAsked(now);
        }
        return value == null ? new CookieReply.Missing() : new CookieReply.Found(value);
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
    }
}
