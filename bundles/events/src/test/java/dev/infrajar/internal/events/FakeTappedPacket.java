// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A packet that notes what is decided about it. */
final class FakeTappedPacket implements TappedPacket {
    private static final long LIMIT_SECONDS = 10;

    private final Direction direction;
    private final Phase phase;
    private final int id;
    private final ByteBuf fields;
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    private @Nullable Verdict otherwise;
    private boolean isDropped;

    FakeTappedPacket(Phase phase, Direction direction, ByteBuf packet) {
        this.phase = phase;
        this.direction = direction;
        this.id = VarInts.read(packet);
        this.fields = packet;
    }

    boolean isHeld() {
        return otherwise != null;
    }

    boolean isDropped() {
        return isDropped;
    }

    @Nullable
    Verdict otherwise() {
        return otherwise;
    }

    /** What was decided; waits for it. */
    Verdict verdict() {
        try {
            return verdict.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no verdict", e);
        }
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public Phase phase() {
        return phase;
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
        isDropped = true;
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
    public Held hold(Duration limit, Decision then) {
        otherwise = Verdict.of(then);
        return new Held() {
            @Override
            public void resume(Decision decision) {
                resume(decision, List.of(), List.of());
            }

            @Override
            public void resume(Decision decision, List<ByteBuf> before, List<ByteBuf> after) {
                verdict.complete(new Verdict(decision, before, after));
            }
        };
    }

    static ByteBuf empty() {
        return Unpooled.buffer();
    }
}
