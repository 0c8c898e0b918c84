// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import net.kyori.adventure.text.Component;

/** A session of a player; notes why it is ended. */
record FakeTapSession(Player player, Dialect dialect, EventLoop loop, List<String> ends) implements TapSession {
    FakeTapSession(Player player, Dialect dialect) {
        this(player, dialect, new DefaultEventLoop(), new ArrayList<>());
    }

    @Override
    public Phase phase(Direction direction) {
        return Phase.PLAY;
    }

    @Override
    public void send(Direction direction, ByteBuf packet) {
        packet.release();
    }

    @Override
    public void disconnect(Component text, String reason) {
        ends.add(reason);
    }
}
