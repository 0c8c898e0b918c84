// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.intercept.PacketEnd;
import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;

/**
 * Shows the wanted packets of one direction, one by one, and does with each what has been decided. Event loop only.
 *
 * <pre>
 *   show ──▶ taps ──┬── nothing said ──────────────▶ the frame passes as it came
 *                   ├── dropped, replaced, more sent ─▶ finish
 *                   └── held ─ ─ ─ decide ──▶ taps behind ──▶ finish, or held again
 * </pre>
 */
final class PacketDesk {
    private final FrameDirection flow;
    private final FrameForwarder session;
    private final Direction direction;
    private final TapChain taps;
    private final Milestones milestones;
    private final CompressionBridge bridge;
    private final Outbound out;
    private final FrameSocket sink;
    private final ShownPacket shown;
    private Optional<Milestone> milestone = Optional.empty();
    private int receivedId;
    private int receivedThreshold;
    private ByteBuf heldFrame = Unpooled.EMPTY_BUFFER;

    PacketDesk(Lane lane, FrameDirection flow, FrameForwarder session) {
        this.flow = flow;
        this.session = session;
        this.direction = lane.direction();
        this.taps = lane.taps();
        this.milestones = lane.milestones();
        this.bridge = lane.bridge();
        this.out = lane.out();
        this.sink = lane.sink();
        this.shown = new ShownPacket(
                direction, (limit, otherwise) -> new HeldPacket(sink.loop(), limit, otherwise, flow::decided));
    }

    /**
     * Shows a packet.
     *
     * @param in holds its frame, which has been read
     * @param index where the frame begins
     * @param phase of the packet
     * @param isTapped whether taps want it; else only the forwarder does
     * @return whether the frame goes on as it came; if not, all is done or the packet is held
     */
    boolean show(ByteBuf in, int index, Phase phase, boolean isTapped) {
        shown.show(phase, bridge.packet(in, index, sink.allocator()));
        receivedId = shown.id();
        milestone = milestones.at(phase, direction, receivedId);
        if (isAt(Milestone.OnlineMode.class)) {
            session.backendIsInOnlineMode();
            return false;
        }
        receivedThreshold = isAt(Milestone.Compression.class) ? VarInts.read(shown.fields()) : PacketEnd.NO_COMPRESSION;
        if (isTapped) {
            taps.packet(shown);
        }
        if (!flow.isOpen()) {
            shown.close();
            return false;
        }
        if (shown.isHeld()) {
            heldFrame = in.retainedSlice(index, bridge.head().frameBytes());
            return false;
        }
        return finish(in, index);
    }

    boolean isHolding() {
        return shown.isHeld();
    }

    boolean isHolding(HeldPacket held) {
        return shown.isHeldBy(held);
    }

    /** The bytes of the frame that is held. */
    int heldBytes() {
        return heldFrame.readableBytes();
    }

    /** Goes on with the packet that is held. Takes the decision's packet over. */
    void decide(Decision decision) {
        try {
            shown.decide(decision);
        } catch (WireException e) {
            throw LimitException.INJECTED;
        }
        if (!shown.isDropped()) {
            taps.resumed(shown);
        }
        if (flow.isOpen() && !shown.isHeld()) {
            ByteBuf frame = heldFrame;
            heldFrame = Unpooled.EMPTY_BUFFER;
            finishHeld(frame);
        }
    }

    /** Releases what is held. */
    void close() {
        shown.close();
        heldFrame.release();
        heldFrame = Unpooled.EMPTY_BUFFER;
    }

    private boolean isAt(Class<? extends Milestone> kind) {
        return milestone.filter(kind::isInstance).isPresent();
    }

    private void finishHeld(ByteBuf frame) {
        try {
            if (finish(frame, frame.readerIndex())) {
                out.pass(frame.retain());
            }
        } finally {
            frame.release();
        }
    }

    /** Does what has been decided. Whether the frame is to go on as it came, and nothing with it. */
    private boolean finish(ByteBuf in, int index) {
        if (milestone.isEmpty() && shown.isAlone() && isUntouched()) {
            shown.close();
            return true;
        }
        flow.passRun();
        sendAll(shown.before());
        if (!shown.isDropped()) {
            send(in, index);
        }
        sendAll(shown.after());
        OptionalInt sentThreshold = sentThreshold();
        shown.close();
        milestone.ifPresent(reached -> session.reached(direction, reached, receivedThreshold, sentThreshold));
        return false;
    }

    private boolean isUntouched() {
        return !shown.isDropped() && !shown.isReplaced() && bridge.passes() && !isKeptByTap();
    }

    /** What is encrypted where it is must not be looked at by anybody else. An inflated packet is not what is sent. */
    private boolean isKeptByTap() {
        return sink.isEncrypted() && !bridge.head().isCompressed() && shown.isKept();
    }

    private void send(ByteBuf in, int index) {
        int frameBytes = bridge.head().frameBytes();
        if (isUntouched()) {
            out.pass(in.retainedSlice(index, frameBytes));
        } else if (shown.isReplaced()) {
            checkInjected(send(shown.packet()));
        } else if (bridge.passes()) {
            out.copy(in, index, frameBytes);
        } else {
            CompressionBridge.checkFits(send(shown.packet()));
        }
    }

    private boolean send(ByteBuf packet) {
        return out.packet(packet, packet.readerIndex(), packet.readableBytes());
    }

    private void sendAll(Queue<ByteBuf> packets) {
        for (ByteBuf packet = packets.poll(); packet != null; packet = packets.poll()) {
            out.inject(packet);
        }
    }

    private static void checkInjected(boolean fits) {
        if (!fits) {
            throw LimitException.INJECTED;
        }
    }

    /** The threshold that the receiver is told; empty if it is told none. */
    private OptionalInt sentThreshold() {
        boolean isTold = isAt(Milestone.Compression.class) && !shown.isDropped() && shown.id() == receivedId;
        return isTold ? OptionalInt.of(VarInts.read(shown.fields())) : OptionalInt.empty();
    }
}
