// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.forward;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One direction of a forwarder, as its session looks at it now and then to enforce time limits. All but
 * {@link #readBytes()} are called on the event loop.
 */
@ConsumerType
public interface Flow {
    /**
     * Bytes taken from the source so far, those received before the forwarder started included. Callable from any
     * thread; a reader on another thread may see a slightly older number.
     *
     * @return 0 or more; never falls
     */
    long readBytes();

    /**
     * Bytes taken from the source that the sink's socket has not taken yet.
     *
     * @return 0 or more
     */
    long pendingBytes();

    /**
     * Whether the forwarder asks the source for bytes at this moment; not so while the sink is behind.
     *
     * @return {@code false} also when the direction has ended
     */
    boolean isReading();

    /**
     * Whether the direction has not ended yet: it ends when the source's EOF has been passed on.
     *
     * @return {@code false} after the end
     */
    boolean isOpen();
}
