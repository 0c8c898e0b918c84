// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.api.player.Player;
import dev.infrajar.internal.commands.FakePlayer;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TapSessionClient;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.SystemMessage;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.plain.PlainTextComponentSerializer;

/** A session whose loop runs when the test says so. */
final class FakeSession implements TapSession {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Dialect dialect;
    private Player player;
    private final PacketFormat<SystemMessage> texts;
    private final List<String> sent = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private Phase phase = Phase.CONFIGURATION;

    FakeSession(int protocol) {
        this(protocol, 1, "lobby");
    }

    FakeSession(int protocol, long sessionId, String server) {
        this(new FakeDialect(protocol), protocol, sessionId, server);
    }

    FakeSession(Dialect dialect, int protocol, long sessionId, String server) {
        this.dialect = dialect;
        this.player = new FakePlayer(sessionId, "Steve", Optional.empty(), protocol, server);
        this.texts = dialect.format(PlayPackets.SYSTEM_MESSAGE).orElseThrow();
    }

    /** The relay begins in this phase. */
    FakeSession beginningIn(Phase now) {
        phase = now;
        return this;
    }

    /** It is relayed already, in this phase: the proxy can talk to the game. */
    FakeSession runningIn(Phase now) {
        TapSessionClient client = new TapSessionClient(this, () -> now);
        player = new FakePlayer(
                player.sessionId(), "Steve", Optional.empty(), player.protocol(), "lobby", Optional.of(client));
        return beginningIn(now);
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
        return packet(Direction.SERVERBOUND, name, fields);
    }

    FakePacket clientbound(String name, ByteBuf fields) {
        return packet(Direction.CLIENTBOUND, name, fields);
    }

    private FakePacket packet(Direction direction, String name, ByteBuf fields) {
        int id = dialect.table(Phase.PLAY, direction)
                .idOf(new PacketKind(Phase.PLAY, direction, name))
                .orElseThrow();
        return new FakePacket(direction, id, fields);
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
    public Phase phase(Direction direction) {
        return phase;
    }

    @Override
    public void send(Direction direction, ByteBuf packet) {
        ByteBuf view = packet.duplicate();
        sent.add(
                VarInts.read(view) == texts.id()
                        ? PlainTextComponentSerializer.plainText()
                                .serialize(texts.readFields(view).text())
                        : ByteBufUtil.hexDump(packet));
        packet.release();
    }

    @Override
    public void disconnect(Component text, String reason) {
        ends.add(reason);
    }
}
