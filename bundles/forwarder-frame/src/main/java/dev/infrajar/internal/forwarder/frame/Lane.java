// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.intercept.PacketEnd;
import dev.infrajar.net.intercept.PacketLink;
import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.packet.Direction;
import io.netty.buffer.ByteBuf;

/**
 * What one direction of a session is made of, put together once.
 *
 * @param direction the direction
 * @param received what came from the source before the session was handed over
 * @param source where frames come from
 * @param sink where they go
 * @param taps who looks at packets
 * @param milestones what the forwarder itself looks for
 * @param interest both
 * @param limits what the source may send
 * @param tally counts
 * @param out frames for the sink
 * @param bridge between the compression of both
 * @param messages keeps plugin messages to their limit
 */
record Lane(
        Direction direction,
        ByteBuf received,
        FrameSocket source,
        FrameSocket sink,
        TapChain taps,
        Milestones milestones,
        Interest interest,
        FrameLimits limits,
        FrameTally tally,
        Outbound out,
        CompressionBridge bridge,
        PluginMessages messages) {
    /** The direction from the client to the backend. */
    static Lane serverbound(PacketLink link, Shared shared) {
        return of(Direction.SERVERBOUND, link, shared, link.client(), link.backend());
    }

    /** The direction from the backend to the client. */
    static Lane clientbound(PacketLink link, Shared shared) {
        return of(Direction.CLIENTBOUND, link, shared, link.backend(), link.client());
    }

    /**
     * What both directions use.
     *
     * @param client the client's socket
     * @param backend the backend's socket
     * @param milestones of the dialect
     * @param codec of the event loop
     */
    record Shared(FrameSocket client, FrameSocket backend, Milestones milestones, LoopCodec codec) {}

    private static Lane of(Direction direction, PacketLink link, Shared shared, PacketEnd from, PacketEnd to) {
        boolean isServerbound = direction == Direction.SERVERBOUND;
        FrameSocket source = isServerbound ? shared.client() : shared.backend();
        FrameSocket sink = isServerbound ? shared.backend() : shared.client();
        FrameTally tally = new FrameTally();
        Outbound out = new Outbound(sink, to.threshold(), shared.codec(), tally);
        CompressionBridge bridge = new CompressionBridge(from.threshold(), out, shared.codec(), tally);
        return new Lane(
                direction,
                from.end().received(),
                source,
                sink,
                link.taps(),
                shared.milestones(),
                new Interest(shared.milestones(), link.taps(), direction),
                new FrameLimits(link.limits(), direction),
                tally,
                out,
                bridge,
                new PluginMessages(link, direction, bridge, sink.allocator()));
    }
}
