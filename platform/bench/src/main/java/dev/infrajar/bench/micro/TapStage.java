// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.DialectMatch;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KindMatch;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.kyori.adventure.text.Component;

/** A session, its packets and its version, as small as they can be. */
final class TapStage implements TapSession, Dialect, Dialects {
    private static final List<String> NAMES =
            IntStream.range(0, 140).mapToObj(id -> "p" + id).toList();

    private final PacketTable play = PacketTable.of(Phase.PLAY, Direction.CLIENTBOUND, NAMES);
    private final EventLoop loop = new DefaultEventLoop();

    /** A packet that nothing is done to. */
    record Packet(int id) implements TappedPacket {
        @Override
        public Direction direction() {
            return Direction.CLIENTBOUND;
        }

        @Override
        public Phase phase() {
            return Phase.PLAY;
        }

        @Override
        public ByteBuf fields() {
            return Unpooled.EMPTY_BUFFER;
        }

        @Override
        public void drop() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void replace(ByteBuf packet) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sendBefore(ByteBuf packet) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sendAfter(ByteBuf packet) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Held hold(Duration limit, Decision otherwise) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public Player player() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Dialect dialect() {
        return this;
    }

    @Override
    public EventLoop loop() {
        return loop;
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
        throw new UnsupportedOperationException();
    }

    @Override
    public KnownProtocol protocol() {
        return new KnownProtocol(775, List.of("26.1"));
    }

    @Override
    public PacketTable table(Phase phase, Direction direction) {
        return play;
    }

    @Override
    public PacketLimits limits() {
        throw new UnsupportedOperationException("there are no formats that would be limited");
    }

    @Override
    public <P> Optional<PacketFormat<P>> format(PacketType<P> type) {
        return Optional.empty();
    }

    @Override
    public DialectMatch of(int protocol) {
        return new DialectMatch.Known(this);
    }

    @Override
    public KindMatch kind(Phase phase, Direction direction, String name) {
        return new KindMatch.Known(new PacketKind(phase, direction, name));
    }

    @Override
    public List<KnownProtocol> protocols() {
        return List.of(protocol());
    }
}
