// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.packet.Direction;
import io.netty.buffer.ByteBuf;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/** A packet that a tap of a session holds. Decided on the session's event loop, whoever decides. */
final class HeldPacket implements TappedPacket.Held {
    private final TapSession session;
    private final Direction direction;
    private final TappedPacket.Held held;
    private final BooleanSupplier isShowing;
    private boolean hasGoneOn;
    private List<ByteBuf> before = List.of();
    private List<ByteBuf> after = List.of();

    /**
     * A held packet.
     *
     * @param session the session
     * @param direction where the packet goes
     * @param held the forwarder's
     * @param isShowing whether a packet of that direction is on its way through the taps at this moment
     */
    HeldPacket(TapSession session, Direction direction, TappedPacket.Held held, BooleanSupplier isShowing) {
        this.session = session;
        this.direction = direction;
        this.held = held;
        this.isShowing = isShowing;
    }

    @Override
    public void resume(Decision decision) {
        resume(decision, List.of(), List.of());
    }

    @Override
    public void resume(Decision decision, List<ByteBuf> ahead, List<ByteBuf> behind) {
        // Who decides during the call does so behind it: the way through the taps is not entered twice at a time.
        if (session.loop().inEventLoop() && !isShowing.getAsBoolean()) {
            decide(decision, ahead, behind);
            return;
        }
        try {
            session.loop().execute(() -> decide(decision, ahead, behind));
        } catch (RejectedExecutionException e) { // the loop has ended, and the session with it
            discard(ahead);
            discard(behind);
            held.resume(decision);
        }
    }

    private void decide(Decision decision, List<ByteBuf> ahead, List<ByteBuf> behind) {
        if (hasGoneOn || decision instanceof Decision.End) {
            discard(ahead);
            discard(behind);
        } else if (decision instanceof Decision.Drop) {
            // Nothing has passed since it was held: what is sent now takes its place.
            ahead.forEach(packet -> session.send(direction, packet));
            behind.forEach(packet -> session.send(direction, packet));
        } else {
            discard(before);
            discard(after);
            before = ahead;
            after = behind;
        }
        held.resume(decision);
    }

    /** It goes on, decided about or because its time is over. */
    void goOn(TappedPacket packet) {
        hasGoneOn = true;
        before.forEach(packet::sendBefore);
        after.forEach(packet::sendAfter);
        before = List.of();
        after = List.of();
    }

    /** It will not go on any more, if it has not yet. */
    void forget() {
        hasGoneOn = true;
        discard(before);
        discard(after);
        before = List.of();
        after = List.of();
    }

    private static void discard(List<ByteBuf> packets) {
        packets.forEach(ReferenceCountUtil::release);
    }
}
