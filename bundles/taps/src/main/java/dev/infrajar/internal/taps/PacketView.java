// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.intercept.TapSession;
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

/**
 * A packet as taps see it: the forwarder's, and what they have done to it so far. One serves a direction of a session again and
 * again.
 */
final class PacketView implements TappedPacket {
    private final TapSession session;

    /** What the tap that sees the packet now wants, in order: done when it returns, forgotten when it throws. */
    private final List<Wish> wishes = new ArrayList<>(0);

    private @Nullable TappedPacket packet;
    private @Nullable HeldPacket held;
    private boolean isTouched;
    private boolean isOver;
    private boolean isReplaced;
    private int resumeAt;

    /** The last one that was held, until it goes on. */
    private @Nullable HeldPacket waiting;

    private enum Deed {
        DROP,
        REPLACE,
        SEND_BEFORE,
        SEND_AFTER
    }

    /** A packet that is empty for none belongs to whoever has the wish. */
    private record Wish(Deed deed, ByteBuf packet) {}

    PacketView(TapSession session) {
        this.session = session;
    }

    void begin(TappedPacket shown) {
        packet = shown;
        if (waiting != null) {
            forgetWaiting();
        }
        if (isTouched) {
            isTouched = false;
            isOver = false;
            isReplaced = false;
            held = null;
        }
    }

    /** Another packet has come behind it: it went no further. */
    void forgetWaiting() {
        HeldPacket past = waiting;
        waiting = null;
        if (past != null) {
            past.forget();
        }
    }

    void end() {
        packet = null;
    }

    /** Whether the taps that follow in a run are not simply next. */
    boolean isTouched() {
        return isTouched;
    }

    /** Whether no tap is to see it now: it goes no further, or it is held. */
    boolean isOver() {
        return isOver;
    }

    /** Whether it has become another packet since this was asked last. */
    boolean takeReplaced() {
        boolean was = isReplaced;
        isReplaced = false;
        isTouched = isOver;
        return was;
    }

    /** The place of the tap that is next when it has been held. */
    int resumeAt() {
        return resumeAt;
    }

    void resumeAt(int place) {
        resumeAt = place;
    }

    /** A tap has returned: does what it wants. */
    void settle() {
        // Taken out one by one: if a deed throws, the rest is forgotten with it.
        while (!wishes.isEmpty()) {
            fulfil(wishes.removeFirst());
        }
    }

    private void fulfil(Wish wish) {
        switch (wish.deed()) {
            case DROP -> {
                packet().drop();
                isTouched = true;
                isOver = true;
            }
            case REPLACE -> {
                packet().replace(wish.packet());
                isTouched = true;
                isReplaced = true;
            }
            case SEND_BEFORE -> packet().sendBefore(wish.packet());
            case SEND_AFTER -> packet().sendAfter(wish.packet());
        }
    }

    /**
     * A tap has thrown: undoes what it wanted, but for what it did before it held the packet, and its hold; drops the packet if the tap
     * must not be passed by.
     */
    void failed(boolean failOpen) {
        wishes.forEach(wish -> wish.packet().release());
        wishes.clear();
        HeldPacket undecided = held;
        if (undecided != null) {
            undecided.resume(failOpen ? new Decision.Pass() : new Decision.Drop());
        } else if (!failOpen && !isOver) {
            drop();
            settle();
        }
    }

    /** Id and fields. */
    int bytes() {
        return VarInts.size(id()) + fields().readableBytes();
    }

    private TappedPacket packet() {
        TappedPacket shown = packet;
        if (shown == null) {
            throw new IllegalStateException("the packet is used after the call it was given to");
        }
        return shown;
    }

    @Override
    public Direction direction() {
        return packet().direction();
    }

    @Override
    public Phase phase() {
        return packet().phase();
    }

    @Override
    public int id() {
        return packet().id();
    }

    @Override
    public ByteBuf fields() {
        return packet().fields();
    }

    @Override
    public void drop() {
        wish(Deed.DROP, Unpooled.EMPTY_BUFFER);
    }

    @Override
    public void replace(ByteBuf other) {
        wish(Deed.REPLACE, other);
    }

    @Override
    public void sendBefore(ByteBuf other) {
        wish(Deed.SEND_BEFORE, other);
    }

    @Override
    public void sendAfter(ByteBuf other) {
        wish(Deed.SEND_AFTER, other);
    }

    private void wish(Deed deed, ByteBuf other) {
        packet(); // throws behind the call
        wishes.add(new Wish(deed, other));
    }

    @Override
    public Held hold(Duration limit, Decision otherwise) {
        settle();
        HeldPacket holding =
                new HeldPacket(session, direction(), packet().hold(limit, otherwise), () -> packet != null);
        isTouched = true;
        isOver = true;
        held = holding;
        waiting = holding;
        return holding;
    }

    /** A packet that was held goes on: sends what was decided to be sent beside it. */
    void resumed(TappedPacket resumed) {
        HeldPacket decided = waiting;
        waiting = null;
        if (decided != null) {
            decided.goOn(resumed);
        }
    }
}
