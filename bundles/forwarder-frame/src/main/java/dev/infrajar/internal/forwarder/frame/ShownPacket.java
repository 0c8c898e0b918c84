// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The packet of one direction that is shown to taps, and what they have decided. Used again and again. Event loop only. */
final class ShownPacket implements TappedPacket {
    private final Direction direction;
    private final BiFunction<Duration, Decision, HeldPacket> holding;
    private final Queue<ByteBuf> before = new ArrayDeque<>(0);
    private final Queue<ByteBuf> after = new ArrayDeque<>(0);
    private Phase phase = Phase.LOGIN;
    private ByteBuf packet = Unpooled.EMPTY_BUFFER;
    private int id;
    private int idBytes;
    private boolean isDropped;
    private boolean isReplaced;
    private @Nullable HeldPacket held;

    /**
     * No packet yet.
     *
     * @param holding begins to hold the direction
     */
    ShownPacket(Direction direction, BiFunction<Duration, Decision, HeldPacket> holding) {
        this.direction = direction;
        this.holding = holding;
    }

    /** The next packet. Takes it over. */
    void show(Phase packetPhase, ByteBuf newPacket) {
        phase = packetPhase;
        isDropped = false;
        isReplaced = false;
        take(newPacket);
    }

    /** Decides as whoever held the packet said. It is not held any more. */
    void decide(Decision decision) {
        held = null;
        switch (decision) {
            case Decision.Pass() -> {}
            case Decision.Drop() -> drop();
            case Decision.Replace(ByteBuf other) -> replace(other);
            case Decision.End(String _) -> drop();
        }
    }

    /** Id and fields, as the taps have left them. */
    ByteBuf packet() {
        return packet;
    }

    boolean isDropped() {
        return isDropped;
    }

    boolean isReplaced() {
        return isReplaced;
    }

    boolean isHeld() {
        return held != null;
    }

    boolean isHeldBy(HeldPacket other) {
        return held == other;
    }

    /** Whether somebody has kept the packet beyond the call. */
    boolean isKept() {
        return packet.refCnt() > 1;
    }

    /** What is to be sent ahead; who takes a packet out owns it. */
    Queue<ByteBuf> before() {
        return before;
    }

    /** What is to be sent behind; who takes a packet out owns it. */
    Queue<ByteBuf> after() {
        return after;
    }

    /** Whether nothing is sent with it. */
    boolean isAlone() {
        return before.isEmpty() && after.isEmpty();
    }

    /** Lets go of the packet, and of whatever was to become of it. */
    void close() {
        packet.release();
        packet = Unpooled.EMPTY_BUFFER;
        before.forEach(ByteBuf::release);
        before.clear();
        after.forEach(ByteBuf::release);
        after.clear();
        if (held != null) {
            held.cancel();
            held = null;
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
        int start = packet.readerIndex() + idBytes;
        return packet.slice(start, packet.writerIndex() - start);
    }

    @Override
    public void drop() {
        isDropped = true;
    }

    @Override
    public void replace(ByteBuf other) {
        checkHasId(other);
        packet.release();
        isDropped = false;
        isReplaced = true;
        take(other);
    }

    @Override
    public void sendBefore(ByteBuf other) {
        before.add(other);
    }

    @Override
    public void sendAfter(ByteBuf other) {
        after.add(other);
    }

    @Override
    public Held hold(Duration limit, Decision otherwise) {
        HeldPacket already = held;
        if (already != null) {
            throw new IllegalStateException("the packet is held already");
        }
        HeldPacket next = holding.apply(limit, otherwise);
        held = next;
        return next;
    }

    private void take(ByteBuf newPacket) {
        packet = newPacket;
        long peeked = VarInts.peek(newPacket, newPacket.readerIndex(), newPacket.writerIndex());
        id = VarInts.peekedValue(peeked);
        idBytes = VarInts.peekedBytes(peeked);
    }

    private static void checkHasId(ByteBuf other) {
        try {
            var _ = VarInts.peek(other, other.readerIndex(), other.writerIndex());
        } catch (RuntimeException e) {
            other.release();
            throw e;
        }
    }
}
