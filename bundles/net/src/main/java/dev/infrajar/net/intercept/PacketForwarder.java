// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Relays the frames of one session. What {@link Forwarder} promises of bytes holds for frames: they arrive complete and in
 * order. A frame that nobody asked for leaves as the bytes it came in, where both sides compress or neither does.
 */
@ConsumerType
public interface PacketForwarder extends Forwarder {
    /**
     * Sends a packet of the proxy's own, at once: behind the frames that have been passed on, ahead of those that are held. Not
     * shown to taps. On the event loop; does nothing but release the packet when the direction has ended. Ends the session if more
     * than a few MiB of such packets wait already for a peer that does not take them: a burst may have 4 MiB.
     *
     * @param direction where to
     * @param packet id and fields, not compressed, in the phase that {@link #phase} gives; released by the forwarder
     */
    void send(Direction direction, ByteBuf packet);

    /**
     * The phase that the next frame of a direction belongs to. The directions change at different moments. On the event loop.
     *
     * @param direction the direction
     * @return login, configuration or play
     */
    Phase phase(Direction direction);

    /**
     * What has happened to the frames of a direction so far. Callable from any thread; a reader on another thread may see
     * slightly older numbers.
     *
     * @param direction the direction
     * @return a copy
     */
    FrameCounts counts(Direction direction);
}
