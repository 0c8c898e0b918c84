// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import io.netty.buffer.ByteBuf;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import net.kyori.adventure.text.Component;

/** A session of a player. */
record FakeTapSession(Player player, Dialect dialect, EventLoop loop) implements TapSession {
    FakeTapSession(Player player, Dialect dialect) {
        this(player, dialect, new DefaultEventLoop());
    }

    @Override
    public void send(Direction direction, ByteBuf packet) {
        packet.release();
    }

    @Override
    public void disconnect(Component text, String reason) {}
}
