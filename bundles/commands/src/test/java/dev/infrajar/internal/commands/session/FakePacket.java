// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A packet, and what has become of it: nothing, which means that it passes, or a decision. */
final class FakePacket implements TappedPacket {
    private final Direction direction;
    private final int id;
    private final ByteBuf fields;
    private @Nullable Decision decision;
    private boolean isHeld;

    FakePacket(Direction direction, int id, ByteBuf fields) {
        this.direction = direction;
        this.id = id;
        this.fields = fields;
    }

    Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }

    boolean isHeld() {
        return isHeld;
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
        decision = new Decision.Drop();
    }

    @Override
    public void replace(ByteBuf packet) {
        decision = new Decision.Replace(packet);
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
        isHeld = true;
        return made -> {
            isHeld = false;
            decision = made;
        };
    }
}
