// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.player.CookieReply;
import dev.infrajar.api.player.Delivery;
import dev.infrajar.api.player.PlayerClient;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.title.Title;

/** A game that notes the messages it gets. */
final class NotingClient implements PlayerClient {
    final List<Component> messages = new CopyOnWriteArrayList<>();

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public Delivery sendMessage(Component text) {
        messages.add(text);
        return Delivery.SENT;
    }

    @Override
    public Delivery sendActionBar(Component text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivery showTitle(Title title) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivery clearTitle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivery sendPacket(String name, ByteBuffer fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivery sendPluginMessage(String channel, ByteBuffer data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivery disconnect(Component text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivery transfer(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivery storeCookie(String key, ByteBuffer value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CookieReply requestCookie(String key) {
        throw new UnsupportedOperationException();
    }
}
