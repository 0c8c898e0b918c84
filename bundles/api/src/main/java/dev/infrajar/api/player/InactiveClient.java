// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.player;

import java.nio.ByteBuffer;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.title.Title;

/** The game of a player that the proxy cannot talk to, always for the same reason. */
record InactiveClient(Delivery answer) implements PlayerClient {
    @Override
    public boolean isActive() {
        return false;
    }

    @Override
    public Delivery sendMessage(Component text) {
        return answer;
    }

    @Override
    public Delivery sendActionBar(Component text) {
        return answer;
    }

    @Override
    public Delivery showTitle(Title title) {
        return answer;
    }

    @Override
    public Delivery clearTitle() {
        return answer;
    }

    @Override
    public Delivery sendPacket(String name, ByteBuffer fields) {
        return answer;
    }

    @Override
    public Delivery sendPluginMessage(String channel, ByteBuffer data) {
        return answer;
    }

    @Override
    public Delivery disconnect(Component text) {
        return answer;
    }

    @Override
    public Delivery transfer(String host, int port) {
        return answer;
    }

    @Override
    public Delivery storeCookie(String key, ByteBuffer value) {
        return answer;
    }

    @Override
    public CookieReply requestCookie(String key) {
        return new CookieReply.NotAsked(answer);
    }
}
