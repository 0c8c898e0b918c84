// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A packet that notes what becomes of it. */
final class FakePacket implements TappedPacket {
    final List<String> done = new ArrayList<>();

    @Nullable
    Decision decision;

    private final Direction direction;
    private final ByteBuf fields;
    private int id;

    FakePacket(Direction direction, int id, int fieldBytes) {
        this.direction = direction;
        this.id = id;
        this.fields = Unpooled.buffer().writeZero(fieldBytes);
    }

    static FakePacket clientbound(int id) {
        return new FakePacket(Direction.CLIENTBOUND, id, 3);
    }

    static ByteBuf packet(int id) {
        ByteBuf packet = Unpooled.buffer();
        VarInts.write(packet, id);
        return packet;
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public Phase phase() {
        return Phase.PLAY;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public ByteBuf fields() {
        return fields.duplicate();
    }

    @Override
    public void drop() {
        done.add("drop");
    }

    @Override
    public void replace(ByteBuf packet) {
        id = VarInts.read(packet);
        done.add("replace " + id);
    }

    @Override
    public void sendBefore(ByteBuf packet) {
        done.add("before " + VarInts.read(packet));
    }

    @Override
    public void sendAfter(ByteBuf packet) {
        done.add("after " + VarInts.read(packet));
    }

    @Override
    public Held hold(Duration limit, Decision otherwise) {
        done.add("hold");
        return decided -> decision = decided;
    }
}
