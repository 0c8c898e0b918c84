// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.api.player.Player;
import dev.infrajar.internal.commands.FakePlayer;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.kyori.adventure.text.Component;

/** A session whose loop runs when the test says so. */
final class FakeSession implements TapSession {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final FakeDialect dialect;
    private final Player player;
    private final List<String> sent = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    FakeSession(int protocol) {
        this(protocol, 1, "lobby");
    }

    FakeSession(int protocol, long sessionId, String server) {
        this.dialect = new FakeDialect(protocol);
        this.player = new FakePlayer(sessionId, "Steve", Optional.empty(), protocol, server);
    }

    /** Runs what waits for the loop. */
    void runLoop() {
        channel.runPendingTasks();
    }

    /** What the client has got: texts as they are, other packets in hexadecimal. */
    List<String> sent() {
        runLoop();
        return List.copyOf(sent);
    }

    List<String> ends() {
        return List.copyOf(ends);
    }

    FakePacket serverbound(String name, ByteBuf fields) {
        return new FakePacket(Direction.SERVERBOUND, dialect.id(Direction.SERVERBOUND, name), fields);
    }

    FakePacket clientbound(String name, ByteBuf fields) {
        return new FakePacket(Direction.CLIENTBOUND, dialect.id(Direction.CLIENTBOUND, name), fields);
    }

    @Override
    public Player player() {
        return player;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public EventLoop loop() {
        return channel.eventLoop();
    }

    @Override
    public void send(Direction direction, ByteBuf packet) {
        ByteBuf view = packet.duplicate();
        sent.add(
                VarInts.read(view) == dialect.id(Direction.CLIENTBOUND, "system_chat")
                        ? WireStrings.read(view, 1000)
                        : ByteBufUtil.hexDump(packet));
        packet.release();
    }

    @Override
    public void disconnect(Component text, String reason) {
        ends.add(reason);
    }
}
