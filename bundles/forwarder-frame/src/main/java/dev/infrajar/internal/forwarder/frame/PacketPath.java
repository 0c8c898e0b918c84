// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.Frames;
import io.netty.buffer.ByteBuf;

/**
 * Decides about the frames of one direction: they pass as they came, are framed anew, or are shown to whoever wants them. Event
 * loop only.
 */
final class PacketPath implements FrameGate {
    private final FrameDirection flow;
    private final PacketDesk desk;
    private final CompressionBridge bridge;
    private final Interest interest;
    private final FrameLimits limits;
    private final PluginMessages messages;
    private final FrameTally tally;
    private final Outbound out;
    private Phase phase;

    PacketPath(Lane lane, FrameDirection flow, PacketDesk desk, Phase phase) {
        this.flow = flow;
        this.desk = desk;
        this.bridge = lane.bridge();
        this.interest = lane.interest();
        this.limits = lane.limits();
        this.messages = lane.messages();
        this.tally = lane.tally();
        this.out = lane.out();
        this.phase = phase;
    }

    Phase phase() {
        return phase;
    }

    /** The next frame belongs to another phase. */
    void enter(Phase next) {
        phase = next;
        interest.ask(next);
        messages.enter(next);
    }

    /** More bytes have come. */
    void tick() {
        limits.tick();
        if (interest.isOutdated()) {
            interest.ask(phase);
        }
    }

    @Override
    public void begin(ByteBuf in, int index, int header) {
        FrameHead head = bridge.read(in, index, header);
        limits.check(head, Frames.bodyBytes(header), phase);
        tally.frame();
    }

    @Override
    public boolean passesEarly(ByteBuf in, int index, int arrived) {
        return bridge.passes()
                && !mayBeWanted(in, index, arrived)
                && (bridge.head().packetBytes() <= messages.harmlessBytes() || messages.isAllowed(in, index, arrived));
    }

    @Override
    public boolean passes(ByteBuf in, int index) {
        FrameHead head = bridge.head();
        if (head.packetBytes() > messages.harmlessBytes()) {
            var _ = messages.isAllowed(in, index, head.frameBytes());
        }
        if (head.packetBytes() <= interest.maxBytes()) {
            int id = bridge.id(in, index, head.frameBytes());
            boolean isTapped = interest.isTapped(id, head.packetBytes());
            if (isTapped || interest.isOwn(id, head.packetBytes())) {
                return desk.show(in, index, phase, isTapped);
            }
        }
        if (bridge.passes()) {
            return true;
        }
        flow.passRun();
        bridge.reframe(in, index);
        return false;
    }

    @Override
    public void pass(ByteBuf bytes) {
        if (flow.isOpen()) {
            out.pass(bytes);
        } else {
            bytes.release();
        }
    }

    @Override
    public void beginCut() {
        out.beginFrame();
    }

    @Override
    public void endCut() {
        if (!out.endFrame()) {
            throw LimitException.INJECTED;
        }
    }

    @Override
    public boolean isStopped() {
        return desk.isHolding() || !flow.isOpen();
    }

    @Override
    public void keep(ByteBuf rest) {
        flow.keep(rest);
    }

    private boolean mayBeWanted(ByteBuf in, int index, int arrived) {
        int packetBytes = bridge.head().packetBytes();
        if (packetBytes > interest.maxBytes()) {
            return false;
        }
        int id = bridge.id(in, index, arrived);
        return id == IdPeek.UNKNOWN || interest.isOwn(id, packetBytes) || interest.isTapped(id, packetBytes);
    }
}
